import Files
import TerminalGraphics

/// The question whether a session that was cut off shall go on.
enum ResumeView {
    /// Lines of the question.
    static let lines = 3

    static func draw(_ offer: SessionOffer, _ inside: CellRectangle, _ canvas: Canvas) {
        canvas.text("The last session was cut off.", in: inside.line(0), TextStyle(.text))
        canvas.text("Go on from \(offer.time)?", in: inside.line(1), TextStyle(.accent, isBold: true))
        canvas.text(summary(offer.session), in: inside.line(2), TextStyle(.dim))
    }

    /// `harbour.jpg · 3 styles · 2 moments`.
    private static func summary(_ session: Session) -> String {
        func count(_ number: Int, _ noun: String) -> String? {
            number == 0 ? nil : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
        }
        let name = session.photograph?.split(separator: "/").last.map(String.init)
        return [name, count(session.palette.entries.count, "style"), count(session.moments.count, "moment")]
            .compactMap { $0 }.joined(separator: " · ")
    }
}
