import Files
import Foundation

/// One kept session on disk.
struct SessionFile: Sendable {
    private static let what = "the session"
    /// A session of thousands of steps has some megabytes.
    private static let limit = 64 << 20

    var session: Session
    /// Whether the user ended it.
    var isEnded: Bool

    init(session: Session, isEnded: Bool) {
        self.session = session
        self.isEnded = isEnded
    }

    /// Reads a file; one that is no session is renamed before the error is thrown.
    ///
    /// - Throws: `KeptFileError`; `FileError` for a file that cannot be read.
    init(path: String) throws {
        let data = Data(try readFile(path, limit: Self.limit))
        let decoder = JSONDecoder()
        do {
            let version = try decoder.decode(SessionText.Version.self, from: data).version
            guard version <= SessionText.currentVersion else {
                throw KeptFileError.laterVersion(what: Self.what, path: path, version: version)
            }
            let text = try decoder.decode(SessionText.self, from: data)
            self.init(session: text.session, isEnded: text.ended)
        } catch let error as DecodingError {
            throw KeptFileError.settingAside(what: Self.what, path: path, reason: Self.reason(error))
        }
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try writeAtomically(Array(try encoder.encode(SessionText(session, ended: isEnded))), to: path)
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is not what it should be"
        default: "it is not JSON"
        }
    }
}
