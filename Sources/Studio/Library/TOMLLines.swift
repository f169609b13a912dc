/// Lines of a TOML file, changed value by value: what a person wrote around the values stays.
struct TOMLLines {
    /// Without their ends.
    private(set) var lines: [String]

    init(_ lines: [String]) {
        self.lines = lines
    }

    /// A line that gives a key a value, taken apart.
    private struct Assignment {
        var key: String
        /// Up to the value.
        var head: Substring
        var value: Substring
        /// Behind the value: a comment, if there is one.
        var tail: Substring

        /// Nil for any other line, and for values that may go on in the next one.
        init?(_ line: String) {
            guard let equals = line.firstIndex(of: "=") else { return nil }
            key = String(line[..<equals].filter { !$0.isWhitespace })
            if key.count > 2, let quote = key.first, "\"'".contains(quote), key.last == quote {
                key = String(key.dropFirst().dropLast())
            }
            let behind = line[line.index(after: equals)...]
            let start = behind.firstIndex { !$0.isWhitespace } ?? behind.endIndex
            guard let end = Self.end(ofValue: line[start...]) else { return nil }
            head = line[..<start]
            value = line[start..<end]
            tail = line[end...]
        }

        private static func end(ofValue text: Substring) -> String.Index? {
            guard let first = text.first, !"[{#".contains(first) else { return nil }
            guard "\"'".contains(first) else {
                let value = text.prefix { $0 != "#" }
                return value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) }
            }
            if text.hasPrefix(String(repeating: first, count: 3)) { return nil }
            var isEscaped = false
            for index in text.indices.dropFirst() {
                if isEscaped {
                    isEscaped = false
                } else if text[index] == first {
                    return text.index(after: index)
                } else {
                    isEscaped = first == "\"" && text[index] == "\\"
                }
            }
            return nil
        }
    }

    /// The line that gives a key its value.
    private func index(of key: String) -> Int? {
        lines.firstIndex { Assignment($0)?.key == key }
    }

    /// The text of a key that has one in plain quotes.
    func text(_ key: String) -> String? {
        guard let index = index(of: key), let table = try? TOMLFile(bytes: Array(lines[index].utf8)).table else {
            return nil
        }
        return try? table.text(key)
    }

    /// Gives a key a value, in its own line or in a new one behind the line of another key.
    ///
    /// - Parameters:
    ///   - value: as TOML writes it; nil takes the key away and leaves the comment behind it.
    ///   - places: the keys that a new line may follow, the last one that is there counts.
    /// - Returns: false where neither the key nor a place for it was found.
    mutating func set(_ key: String, to value: String?, after places: [String]) -> Bool {
        if let index = index(of: key), let line = Assignment(lines[index]) {
            if let value {
                lines[index] = line.head + value + line.tail
            } else if line.tail.contains("#") {
                lines[index] = String(line.tail.drop(while: \.isWhitespace))
            } else {
                lines.remove(at: index)
            }
            return true
        }
        guard let value else { return false }
        guard let index = places.compactMap({ index(of: $0) }).max() else { return false }
        lines.insert("\(key) = \(value)", at: index + 1)
        return true
    }
}
