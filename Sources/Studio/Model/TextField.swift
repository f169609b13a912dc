import TerminalGraphics

/// A line of text that the user edits.
public struct TextField: Sendable, Equatable {
    public private(set) var text: String
    /// Characters before the cursor.
    public private(set) var cursor: Int
    /// What is longer is not taken.
    static let limit = 4096

    public init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    /// Handles an editing key; answers false for a key that is none.
    mutating func handle(_ key: TerminalInput.Key) -> Bool {
        if key.control { return handleControl(key.code) }
        if key.alternate { return handleAlternate(key.code) }
        switch key.code {
        case .character(let character): insert(String(character))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = text.count
        case .backspace: remove(max(0, cursor - 1)..<cursor)
        case .delete: remove(cursor..<min(text.count, cursor + 1))
        default: return false
        }
        return true
    }

    /// Inserts text at the cursor, without line ends and other control characters.
    mutating func insert(_ pasted: String) {
        let plain = String(
            String.UnicodeScalarView(pasted.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        guard text.utf8.count + plain.utf8.count <= Self.limit else { return }
        let behind = text.count - cursor
        text.insert(contentsOf: plain, at: text.index(text.startIndex, offsetBy: cursor))
        // A combining mark joins the character before it: what follows the cursor stays what it was.
        cursor = max(0, text.count - behind)
    }

    private mutating func handleControl(_ code: TerminalInput.Key.Code) -> Bool {
        switch code {
        case .character("a"): cursor = 0
        case .character("e"): cursor = text.count
        case .character("u"): remove(0..<cursor)
        case .character("k"): remove(cursor..<text.count)
        case .character("w"): remove(wordStart..<cursor)
        default: return false
        }
        return true
    }

    private mutating func handleAlternate(_ code: TerminalInput.Key.Code) -> Bool {
        switch code {
        case .character("b"), .left: cursor = wordStart
        case .character("f"), .right: cursor = wordEnd
        case .character("d"): remove(cursor..<wordEnd)
        case .backspace: remove(wordStart..<cursor)
        default: return false
        }
        return true
    }

    private static func isSeparator(_ character: Character) -> Bool { character == " " || character == "/" }

    /// Where the word behind the cursor ends.
    private var wordEnd: Int {
        let behind = text.dropFirst(cursor)
        return text.count - behind.drop(while: Self.isSeparator).drop { !Self.isSeparator($0) }.count
    }

    /// Where the word before the cursor begins; a slash ends a word as a space does.
    private var wordStart: Int {
        let before = Array(text.prefix(cursor))
        var start = before.count
        while start > 0 && Self.isSeparator(before[start - 1]) { start -= 1 }
        while start > 0 && !Self.isSeparator(before[start - 1]) { start -= 1 }
        return start
    }

    private mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        text.removeSubrange(start..<text.index(start, offsetBy: range.count))
        cursor = min(range.lowerBound, text.count)
    }
}

extension TextField {
    /// The text without spaces at its ends.
    var trimmed: String {
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
