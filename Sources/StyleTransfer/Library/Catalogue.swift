import Files
import Foundation

/// The file `catalogue.json` of a style library: which rows of the network paint which style.
struct Catalogue: Codable, Equatable {
    /// The format that this program reads.
    static let currentVersion = 1
    static let fileName = "catalogue.json"
    /// A catalogue of ten thousand styles is still shorter.
    private static let limit = 8 << 20

    let version: Int
    /// The network's weights, a path below the catalogue's folder.
    let network: String
    /// The stroke size that is painted where a recipe names none.
    let stroke: Int
    /// The rows that reproduce the photograph's drawing, like a style's.
    let original: [Style.Row]
    let styles: [Style]

    private struct Header: Decodable { let version: Int }

    /// Reads and checks a catalogue; whether its rows exist is for the network to say (`checkRows`).
    static func read(_ path: String) throws -> Catalogue {
        let bytes = try readFile(path, limit: limit)
        let catalogue: Catalogue
        do {
            let data = Data(bytes)
            // The version first: a later format may differ in everything else.
            let version = try JSONDecoder().decode(Header.self, from: data).version
            guard version == currentVersion else {
                throw LibraryError.unknownVersion(path: path, version: version)
            }
            catalogue = try JSONDecoder().decode(Catalogue.self, from: data)
        } catch let error as DecodingError {
            throw LibraryError.broken(path: path, reason: error.oneLine)
        }
        try catalogue.check(path: path)
        return catalogue
    }

    private func check(path: String) throws(LibraryError) {
        guard isPathBelow(network) else { throw .broken(path: path, reason: "'network' is not a file of the library") }
        guard stroke > 0 else { throw .broken(path: path, reason: "'stroke' is not above 0") }
        try checkStrokes(of: "original", rows: original, path: path)
        var ids: Set<String> = []
        for style in styles {
            guard isIdentifier(style.id) else {
                throw .broken(path: path, reason: "'\(printable(style.id))' is not made of a-z, 0-9 and hyphens")
            }
            guard ids.insert(style.id).inserted else { throw .repeatedStyle(path: path, id: style.id) }
            guard isPathBelow(style.swatch) else {
                throw .broken(path: path, reason: "the swatch of '\(style.id)' is not a file of the library")
            }
            try checkStrokes(of: style.id, rows: style.rows, path: path)
        }
    }

    private func checkStrokes(of id: String, rows: [Style.Row], path: String) throws(LibraryError) {
        guard !rows.isEmpty else { throw .broken(path: path, reason: "'\(id)' has no rows") }
        guard rows.allSatisfy({ $0.stroke > 0 }), Set(rows.map(\.stroke)).count == rows.count else {
            throw .broken(path: path, reason: "the stroke sizes of '\(id)' are not different numbers above 0")
        }
    }

    /// Checks that the network has every row that the catalogue names.
    ///
    /// - Parameter count: the network's rows of gamma and beta.
    func checkRows(count: Int, path: String) throws(LibraryError) {
        for row in original where !(0..<count).contains(row.row) {
            throw .rowOutOfRange(path: path, id: "original", row: row.row, count: count)
        }
        for style in styles {
            for row in style.rows where !(0..<count).contains(row.row) {
                throw .rowOutOfRange(path: path, id: style.id, row: row.row, count: count)
            }
        }
    }
}

/// Whether a path stays in the catalogue's folder; a library reads nothing else.
private func isPathBelow(_ path: String) -> Bool {
    !path.utf8.contains(0)
        && path.split(separator: "/", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
}

/// Whether a text can name a style.
func isIdentifier(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
}

extension DecodingError {
    /// What is wrong and where, without the type names that the description is full of.
    fileprivate var oneLine: String {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce("") { text, key in
                key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? "" : text + ".") + printable(key.stringValue)
            }
        }
        switch self {
        case .keyNotFound(let key, let context):
            return "'\(place(context.codingPath + [key]))' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "'\(place(context.codingPath))' has the wrong type"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "'\(place(context.codingPath))' has a wrong value"
        default:
            return "it is not JSON"
        }
    }
}
