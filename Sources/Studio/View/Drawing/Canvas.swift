import Files
import TerminalGraphics

/// Draws on a screen and never beside it: text is cut by its width in cells, and made printable.
struct Canvas {
    enum Alignment { case left, right, centre }

    private let screen: any Screen
    private let size: TerminalCapabilities.Size

    init(_ screen: any Screen) {
        self.screen = screen
        size = screen.size
    }

    /// One line of text in the first row of a rectangle; what does not fit ends in `…`.
    func text(_ text: String, in rectangle: CellRectangle, _ style: TextStyle, _ alignment: Alignment = .left) {
        guard let line = clipped(rectangle) else { return }
        let text = printable(text).truncated(to: line.width)
        let room = line.width - DisplayWidth.of(text)
        let offset =
            switch alignment {
            case .left: 0
            case .right: room
            case .centre: room / 2
            }
        guard !text.isEmpty else { return }
        screen.draw(text, row: line.row, column: line.column + offset, style: style)
    }

    /// Pieces of text one after the other in one line, each in its style.
    func pieces(_ pieces: [(String, TextStyle)], in rectangle: CellRectangle) {
        var rest = rectangle
        for (text, style) in pieces {
            self.text(text, in: rest, style)
            rest = rest.dropping(left: DisplayWidth.of(printable(text)))
        }
    }

    /// Covers a rectangle with spaces of a style.
    func fill(_ rectangle: CellRectangle, _ style: TextStyle) {
        for index in 0..<max(0, rectangle.height) {
            let line = rectangle.line(index)
            text(String(repeating: " ", count: max(0, line.width)), in: line, style)
        }
    }

    /// A border with round corners and a title in its upper edge.
    func box(_ rectangle: CellRectangle, title: String, isFocused: Bool) {
        let border = TextStyle(isFocused ? .accent : .border)
        let middle = max(0, rectangle.width - 2)
        let edge = String(repeating: "─", count: middle)
        text("╭" + edge + "╮", in: rectangle.line(0), border)
        for row in 1..<max(1, rectangle.height - 1) {
            text("│", in: rectangle.line(row).leading(1), border)
            text("│", in: rectangle.line(row).trailing(1), border)
        }
        text("╰" + edge + "╯", in: rectangle.line(max(0, rectangle.height - 1)), border)
        let label = title.truncated(to: max(0, middle - 4))
        // The mark says the focus without colour.
        let mark = isFocused ? "●" : "─"
        text(
            "\(mark) \(label) ", in: rectangle.line(0).dropping(left: 1, right: 1),
            TextStyle(isFocused ? .accent : .title, isBold: isFocused))
        if !isFocused { text("─", in: rectangle.line(0).dropping(left: 1).leading(1), border) }
    }

    func place(_ picture: PictureSource, in rectangle: CellRectangle) {
        let isInside =
            rectangle.row >= 0 && rectangle.column >= 0 && rectangle.width > 0 && rectangle.height > 0
            && rectangle.row + rectangle.height <= size.height && rectangle.column + rectangle.width <= size.width
        if isInside { screen.place(picture, in: rectangle) }
    }

    /// The first row of a rectangle as far as it is on the screen, or nil if none of it is.
    private func clipped(_ rectangle: CellRectangle) -> CellRectangle? {
        guard rectangle.height > 0, rectangle.row >= 0, rectangle.row < size.height, rectangle.column >= 0 else {
            return nil
        }
        let width = min(rectangle.width, size.width - rectangle.column)
        guard width > 0 else { return nil }
        return CellRectangle(row: rectangle.row, column: rectangle.column, width: width, height: 1)
    }
}
