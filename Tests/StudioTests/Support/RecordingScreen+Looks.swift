import Studio

extension RecordingScreen {
    /// A character for each cell that says what its text is: nothing for plain text and pictures, a capital for bold,
    /// a digit for reversed. Without spaces at line ends.
    var looks: String {
        cells.map { row in
            var line = String(row.map { $0.isCovered ? " " : Self.sign(of: $0.style) })
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n") + "\n"
    }

    /// All styles of text on the screen.
    var styles: Set<TextStyle> {
        Set(cells.joined().filter { !$0.isCovered }.map(\.style))
    }

    static func sign(of style: TextStyle) -> Character {
        if style.isReversed {
            let reversed: [TextStyle.Role: Character] = [.accent: "1", .warning: "2", .key: "3"]
            return style == TextStyle(.accent, isReversed: true) ? "0" : reversed[style.role] ?? "9"
        }
        if style == TextStyle(.text) { return " " }
        let signs: [TextStyle.Role: Character] = [.slider: "=", .track: ".", .border: "-", .text: "x"]
        let sign = signs[style.role] ?? style.role.rawValue.first ?? "?"
        return style.isBold ? Character(sign.uppercased()) : sign
    }
}
