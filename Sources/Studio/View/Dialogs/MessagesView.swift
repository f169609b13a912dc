import TerminalGraphics

/// The messages of the session, and where the log is.
enum MessagesView {
    static func draw(first: Int, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        guard let inside = layout.dialogInside, let dialog = layout.dialog else { return }
        let lines = layout.messageLines(model)
        for (row, line) in lines.dropFirst(first).prefix(layout.messageRows).enumerated() {
            let place = inside.line(row)
            canvas.text(line.time, in: place.leading(8), TextStyle(.dim))
            let isFirst = !line.time.isEmpty
            canvas.text(
                isFirst ? line.kind.sign : "", in: place.dropping(left: Layout.messageMargin - 2).leading(1),
                TextStyle(line.kind.role))
            canvas.text(line.text, in: place.dropping(left: Layout.messageMargin), TextStyle(line.kind.role))
        }
        if lines.isEmpty { canvas.text("Nothing has been said yet.", in: inside.line(0), TextStyle(.dim)) }
        if let path = model.settings.logPath {
            let label = "The log: "
            let line = inside.line(inside.height - 1)
            canvas.pieces([(label, TextStyle(.dim))], in: line)
            let rest = line.dropping(left: label.count)
            canvas.text(path.truncatedHead(to: rest.width), in: rest, TextStyle(.text))
        }
        let below = layout.messageOverflow(model) - first
        if below > 0 {
            let edge = dialog.dropping(left: 2, right: 2)
            canvas.text(" ↓ \(below) ", in: edge.line(edge.height - 1), TextStyle(.text), .right)
        }
    }
}

extension Message.Kind {
    /// Says the kind without colour.
    var sign: String {
        switch self {
        case .information: ""
        case .warning: "!"
        case .error: "✗"
        }
    }

    var role: TextStyle.Role {
        switch self {
        case .information: .text
        case .warning: .warning
        case .error: .error
        }
    }
}
