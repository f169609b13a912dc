import Files
import TOMLKit

/// A TOML file of a person's, read with an eye to saying what is wrong with it.
struct TOMLFile {
    /// What is wrong, in words that follow the file's name.
    struct Problem: Error, Equatable {
        var reason: String
    }

    /// Presets and themes are a page long.
    private static let limit = 1 << 20

    let table: TOMLTable

    /// - Throws: `FileError` if the file cannot be read, `Problem` if it is no TOML.
    init(path: String) throws {
        try self.init(bytes: readFile(path, limit: Self.limit))
    }

    init(bytes: [UInt8]) throws(Problem) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(reason: "it is not UTF-8 text")
        }
        // The parser reads up to the first zero byte and would take the rest for nothing.
        guard !text.utf8.contains(0) else { throw Problem(reason: "it is not text") }
        if let line = Self.lineOfNamelessTable(text) { throw Problem(reason: "line \(line): a table has no name") }
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw Problem(reason: "line \(error.source.begin.line): \(printable(error.description))")
        } catch {
            throw Problem(reason: "it is not TOML")
        }
    }
}

extension TOMLFile {
    /// The number of the first line that opens a table with what no name begins with, `[=` or `[[[`. The parser takes
    /// that for a fault of its own and would end the program.
    ///
    /// Such a line within a text of several lines is harmless; within a list of lists of lists it is refused as well.
    private static func lineOfNamelessTable(_ text: String) -> Int? {
        var openQuotes: String?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if openQuotes == nil {
                let inside = line.drop(while: isBlank).drop { $0 == "[" }
                let brackets = line.drop(while: isBlank).prefix { $0 == "[" }.count
                let first = inside.drop(while: isBlank).first ?? "\n"
                let isName = first.isASCII && (first.isLetter || first.isNumber) || "-_\"']".contains(first)
                if brackets > 2 || brackets > 0 && !isName { return index + 1 }
            }
            for quotes in ["\"\"\"", "'''"] where openQuotes ?? quotes == quotes {
                let count = line.ranges(of: quotes).count
                if count % 2 == 1 { openQuotes = openQuotes == nil ? quotes : nil }
            }
        }
        return nil
    }

    private static func isBlank(_ character: Character) -> Bool {
        character.isWhitespace
    }

    /// A key with its text, quoted as TOML asks.
    static func line(_ key: String, _ text: String) -> String {
        TOMLTable([key: text]).convert(options: .allowUnicodeStrings)
    }
}

extension TOMLTable {
    /// The value of a key as text; nil without the key.
    func text(_ key: String) throws(TOMLFile.Problem) -> String? {
        guard let value = self[key] else { return nil }
        guard let text = value.string else { throw TOMLFile.Problem(reason: "'\(key)' is not text in quotes") }
        return text
    }

    /// The value of a key as a number, whole or not.
    func number(_ key: String) throws(TOMLFile.Problem) -> Float? {
        guard let value = self[key] else { return nil }
        if let number = value.double { return Float(number) }
        guard let number = value.int else { throw TOMLFile.Problem(reason: "'\(key)' is not a number") }
        return Float(number)
    }

    /// The value of a key as a list of texts.
    func texts(_ key: String) throws(TOMLFile.Problem) -> [String]? {
        guard let value = self[key] else { return nil }
        let problem = TOMLFile.Problem(reason: "'\(key)' is not a list of texts in quotes")
        guard let array = value.array else { throw problem }
        var texts: [String] = []
        for index in 0..<array.count {
            guard let text = array[index].string else { throw problem }
            texts.append(text)
        }
        return texts
    }

    func wholeNumber(_ key: String) throws(TOMLFile.Problem) -> Int? {
        guard let value = self[key] else { return nil }
        guard let number = value.int else { throw TOMLFile.Problem(reason: "'\(key)' is not a whole number") }
        return number
    }

    func flag(_ key: String) throws(TOMLFile.Problem) -> Bool? {
        guard let value = self[key] else { return nil }
        guard let flag = value.bool else { throw TOMLFile.Problem(reason: "'\(key)' is not true or false") }
        return flag
    }
}
