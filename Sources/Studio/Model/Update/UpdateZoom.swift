import TerminalGraphics

extension StudioModel {
    /// What an arrow key moves a zoomed view by, as a share of it, and what it moves finely.
    private static let panStep = 0.2
    private static let finePanStep = 0.04

    /// However small the photograph is, its pixels can be looked at.
    private static let leastZoomLimit = 4.0

    /// The zoom at which each pixel of an export covers two of the screen each way.
    private var zoomLimit: Double {
        guard let photograph, let size = previewSize else { return 1 }
        return max(Self.leastZoomLimit, 2 * Double(photograph.width) / Double(max(1, size.width)))
    }

    /// Zooms about a point of the view, in shares of it, and goes to the picture, where arrows move the view.
    mutating func zoom(in isInward: Bool, x: Double = 0.5, y: Double = 0.5) -> [Effect] {
        guard photograph != nil else {
            return say(.information, "There is no picture to zoom into; \(keys.label(.openPhotograph)) opens one.")
        }
        let before = viewport
        viewport.zoom(in: isInward, limit: zoomLimit, x: x, y: y)
        guard viewport != before else {
            return say(.information, isInward ? "This is as close as it gets." : "This is the whole picture.")
        }
        panel = .picture
        return []
    }

    /// Zooms with the wheel over a cell of the picture, which keeps its place.
    mutating func zoom(in isInward: Bool, row: Int, column: Int, layout: Layout) -> [Effect] {
        guard let cells = shownCells(layout), cells.width > 0, cells.height > 0 else { return [] }
        let x = (Double(column - cells.column) + 0.5) / Double(cells.width)
        let y = (Double(row - cells.row) + 0.5) / Double(cells.height)
        return zoom(in: isInward, x: x.clamped(to: 0...1), y: y.clamped(to: 0...1))
    }

    /// Moves a zoomed view by a key; answers false where there is nothing to move.
    mutating func pan(_ command: Command) -> Bool {
        guard panel == .picture, !viewport.isWhole else { return false }
        switch command {
        case .less: viewport.pan(x: -Self.panStep, y: 0)
        case .more: viewport.pan(x: Self.panStep, y: 0)
        case .up: viewport.pan(x: 0, y: -Self.panStep)
        case .down: viewport.pan(x: 0, y: Self.panStep)
        case .lessFinely: viewport.pan(x: -Self.finePanStep, y: 0)
        case .moreFinely: viewport.pan(x: Self.finePanStep, y: 0)
        default: return false
        }
        return true
    }

    /// Moves a zoomed view by a key that does nothing else.
    mutating func moveView(_ command: Command) -> [Effect] {
        guard photograph != nil, !viewport.isWhole else {
            let way = keys.label(.zoomIn, in: contexts)
            return say(.information, "This is the whole picture; \(way) goes closer, then the view can be moved.")
        }
        switch command {
        case .viewLeft: viewport.pan(x: -Self.panStep, y: 0)
        case .viewRight: viewport.pan(x: Self.panStep, y: 0)
        case .viewUp: viewport.pan(x: 0, y: -Self.panStep)
        case .viewDown: viewport.pan(x: 0, y: Self.panStep)
        default: break
        }
        return []
    }

    /// Moves a zoomed view with the mouse that holds it: the picture follows the hand.
    mutating func drag(from cell: PictureGrip, row: Int, column: Int, layout: Layout) {
        guard let cells = shownCells(layout) else { return }
        viewport.pan(
            x: Double(cell.column - column) / Double(max(1, cells.width)),
            y: Double(cell.row - row) / Double(max(1, cells.height)))
        pictureGrip = PictureGrip(row: row, column: column)
    }

    /// Asks for the detail that a zoomed view needs, once nothing moves any more.
    mutating func paintDetail() -> [Effect] {
        let effects = detail.giveUp(unless: shownRecipe)
        guard photograph != nil, !viewport.isWhole, painting.isAtRest, !shownRecipe.isPhotograph else { return effects }
        return effects + detail.request(shownRecipe, strokesSeenAt: strokesSeenAt(exportForm?.strokes ?? .asSeen))
    }

    /// The cells that the picture touches.
    private func shownCells(_ layout: Layout) -> CellRectangle? {
        if case .comparison = dialog { return layout.comparisonPictures(self).first }
        guard let photograph, let picture = layout.picture else { return nil }
        let size = Size(width: photograph.width, height: photograph.height)
        return capabilities.placement(of: size, in: picture, terminal: window)?.cells
    }
}

/// The cell at which the mouse holds the picture.
struct PictureGrip: Sendable, Equatable {
    var row: Int
    var column: Int
}
