import Files
import TerminalGraphics

extension Layout {
    /// A line of the page of messages; a message's first line has its time.
    struct MessageLine: Equatable {
        var time: String
        var text: String
        var kind: Message.Kind
    }

    /// Columns of the time and the sign.
    static let messageMargin = 12

    /// The lines of the page of messages, the newest first.
    func messageLines(_ model: StudioModel) -> [MessageLine] {
        let width = (dialogInside?.width ?? 0) - Self.messageMargin
        return model.messages.messages.flatMap { message in
            printable(message.text).wrapped(to: width).enumerated().map { index, line in
                MessageLine(time: index == 0 ? message.time.text : "", text: line, kind: message.kind)
            }
        }
    }

    /// The rows of the page of messages; the last two lines say where the log is.
    var messageRows: Int { max(1, (dialogInside?.height ?? 0) - 2) }

    /// How many lines of the page of messages do not fit.
    func messageOverflow(_ model: StudioModel) -> Int {
        max(0, messageLines(model).count - messageRows)
    }
}
