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
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw Problem(reason: "line \(error.source.begin.line): \(printable(error.description))")
        } catch {
            throw Problem(reason: "it is not TOML")
        }
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
