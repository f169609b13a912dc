import TerminalGraphics

/// How the configuration file writes keys: `m`, `ctrl-r`, `alt-left`, `shift-f5`, `space`.
enum KeyName {
    /// Why a text is no key that a terminal can send.
    struct Problem: Error, Equatable {
        var reason: String
    }

    private static let codes: [(name: String, code: TerminalInput.Key.Code)] =
        [
            ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home), ("end", .end),
            ("pageup", .pageUp), ("pagedown", .pageDown), ("insert", .insert), ("delete", .delete),
            ("enter", .enter), ("tab", .tab), ("backtab", .backTab), ("backspace", .backspace),
            ("escape", .escape), ("space", .character(" ")),
        ] + (1...20).map { ("f\($0)", .function($0)) }

    /// Reads a key; capitals count only in single letters.
    static func key(_ text: String) throws(Problem) -> TerminalInput.Key {
        var key = TerminalInput.Key(.escape)
        var rest = Substring(text)
        while let hyphen = rest.dropFirst().firstIndex(of: "-"), rest.index(after: hyphen) < rest.endIndex {
            switch rest[..<hyphen].lowercased() {
            case "ctrl": key.control = true
            case "alt": key.alternate = true
            case "shift": key.shift = true
            default: throw Problem(reason: "'\(rest[..<hyphen])-' is none of ctrl-, alt-, shift-")
            }
            rest = rest[rest.index(after: hyphen)...]
        }
        if rest.count == 1, let character = rest.first {
            key.code = .character(character)
        } else if let known = codes.first(where: { $0.name == rest.lowercased() }) {
            key.code = known.code
        } else {
            throw Problem(
                reason: "'\(text)' is no key; a key is a character or one of "
                    + "\(codes.prefix { $0.name != "f1" }.map(\.name).joined(separator: ", ")), f1 to f20")
        }
        return try asSent(key, text)
    }

    /// The key as a terminal's driver delivers it.
    private static func asSent(_ key: TerminalInput.Key, _ text: String) throws(Problem) -> TerminalInput.Key {
        var key = key
        if key.code == .tab && key.shift { key = .init(.backTab, control: key.control, alternate: key.alternate) }
        guard case .character(let character) = key.code else { return key }
        if key.shift {
            guard !key.control, character.isLetter, let capital = character.uppercased().first else {
                throw Problem(reason: "terminals do not send '\(text)'; write the character that shift makes")
            }
            key.shift = false
            key.code = .character(capital)
        }
        guard key.control else { return key }
        guard let small = character.lowercased().first, small == " " || ("a"..."z").contains(small) else {
            throw Problem(reason: "terminals do not send '\(text)'; ctrl- goes with letters and space")
        }
        let same: [Character: String] = ["h": "backspace", "i": "tab", "j": "enter", "m": "enter"]
        if let other = same[small] { throw Problem(reason: "'\(text)' is the same as \(other) on a terminal") }
        key.code = .character(small)
        return key
    }

    /// The text that `key(_:)` reads as this key.
    static func text(_ key: TerminalInput.Key) -> String {
        var text = key.control ? "ctrl-" : ""
        if key.alternate { text += "alt-" }
        if key.shift { text += "shift-" }
        if let known = codes.first(where: { $0.code == key.code }) { return text + known.name }
        if case .character(let character) = key.code { text.append(character) }
        return text
    }
}
