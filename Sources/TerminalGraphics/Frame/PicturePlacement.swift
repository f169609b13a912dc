/// Where a picture goes on the terminal, and how large.
public struct PicturePlacement: Sendable, Equatable {
    /// The size that fits, with the photograph's proportions.
    public var pixels: TerminalCapabilities.Size
    /// The cells that the picture touches.
    public var cells: CellRectangle
}

extension TerminalCapabilities {
    /// The largest picture with a photograph's proportions inside a rectangle of cells, centred.
    ///
    /// Sixel pictures stay off the terminal's last row and have a height that is a multiple of six, because
    /// otherwise some terminals scroll; they keep to the terminal's limit. All others fill whole cells, inline files
    /// off the last row too.
    ///
    /// - Parameters:
    ///   - photograph: its size; only the proportions count.
    ///   - terminal: columns and rows.
    /// - Returns: nil where there is no room.
    public func placement(of photograph: Size, in rectangle: CellRectangle, terminal: Size) -> PicturePlacement? {
        let mayScroll = graphics == .sixel || graphics == .iterm2
        let lastRow = mayScroll ? terminal.height - 1 : terminal.height
        let most = graphics == .kitty && kittyPassage == .tmux ? KittyPlaceholders.limit : Int.max
        let columns = min(rectangle.width, terminal.width - rectangle.column, most)
        let rows = min(rectangle.height, lastRow - rectangle.row, most)
        guard columns > 0, rows > 0, photograph.width > 0, photograph.height > 0 else { return nil }
        var room = Size(width: columns * cell.width, height: rows * cell.height)
        if graphics == .sixel, let limit = sixelLimit {
            room = Size(width: min(room.width, limit.width), height: min(room.height, limit.height))
        }
        var pixels = photograph.fitted(into: room)
        let size: Size
        switch graphics {
        case .sixel:
            guard room.height >= 6 else { return nil }
            pixels.height = max(pixels.height / 6 * 6, 6)
            size = Size(
                width: (pixels.width + cell.width - 1) / cell.width,
                height: (pixels.height + cell.height - 1) / cell.height)
        case .iterm2, .kitty, .blocks:
            size = Size(
                width: max((pixels.width + cell.width / 2) / cell.width, 1),
                height: max((pixels.height + cell.height / 2) / cell.height, 1))
            if graphics != .blocks {
                pixels = Size(width: size.width * cell.width, height: size.height * cell.height)
            }
        }
        return PicturePlacement(
            pixels: pixels,
            cells: CellRectangle(
                row: rectangle.row + (rows - size.height) / 2, column: rectangle.column + (columns - size.width) / 2,
                width: size.width, height: size.height))
    }
}

extension TerminalCapabilities.Size {
    /// The greatest size with these proportions that fits; each side is at least 1.
    fileprivate func fitted(into room: Self) -> Self {
        // Integer arithmetic, so that a side that fills the room fills it exactly.
        if width * room.height >= height * room.width {
            Self(width: room.width, height: max((height * room.width + width / 2) / width, 1))
        } else {
            Self(width: max((width * room.height + height / 2) / height, 1), height: room.height)
        }
    }
}
