import Files
import TerminalGraphics

/// The line above the hints: the last message, and an export on its way.
enum MessageView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let progress = layout.exportProgress(model)
        let line = layout.message.dropping(left: 1, right: 1 + (progress.map { $0.width + 1 } ?? 0))
        if let message = model.message { draw(message, model, in: line, canvas) }
        guard let job = model.exports.running, case .running(let share, _, let isEnding) = job.state, let progress
        else {
            return
        }
        if model.message == nil {
            let exports = model.exports
            let count = exports.jobs.count > 1 ? "\(exports.position) of \(exports.jobs.count), " : ""
            canvas.text((isEnding ? "Cancelling " : "Exporting ") + count + job.name, in: line, TextStyle(.text))
        }
        let left = timeLeft(model.exports.secondsLeft).map { "  " + $0 } ?? ""
        let text = " \(Int(share * 100)) %" + left + "  "
        let cancel = layout.exportCancel(model)
        let room = progress.dropping(right: (cancel?.width ?? 0) + text.count)
        let bar = Bar(share: share, width: room.width)
        canvas.bar(bar, in: room, isActive: true, isFocused: false)
        canvas.text(text, in: progress.dropping(left: room.width), TextStyle(.text))
        if let cancel {
            canvas.pieces(
                [(model.keys.label(.cancelExport), TextStyle(.key)), (" cancel", TextStyle(.dim))], in: cancel)
        }
    }

    private static func draw(_ message: Message, _ model: StudioModel, in line: CellRectangle, _ canvas: Canvas) {
        // The sign says the kind without colour.
        let sign = message.kind.sign.isEmpty ? "" : message.kind.sign + " "
        let isCut = DisplayWidth.of(printable(message.text)) + sign.count > line.width
        let canRead = model.keys.bindings.contains {
            $0.command == .readMessage && model.contexts.contains($0.context)
        }
        let more = isCut && canRead ? "  \(model.keys.label(.readMessage)) more" : ""
        canvas.text(sign + message.text, in: line.dropping(right: more.count), TextStyle(message.kind.role))
        canvas.text(more, in: line.trailing(more.count), TextStyle(.key))
    }
}

/// The last line: what the keys do now.
enum HintsView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        for button in layout.hintButtons(model) { draw(button, canvas) }
    }

    static func draw(_ button: Layout.Button, _ canvas: Canvas) {
        canvas.pieces(
            [(button.key, TextStyle(.key)), (" " + button.word, TextStyle(.dim))], in: button.rectangle)
    }
}
