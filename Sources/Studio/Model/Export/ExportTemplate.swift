import Imaging
import StyleTransfer

/// Where exports go: a path in which words in braces stand for what differs from one export to the next.
public struct ExportTemplate: Sendable, Equatable {
    /// What a word in braces stands for.
    public enum Word: String, Sendable, CaseIterable {
        /// The photograph's name without its ending.
        case photo
        /// The styles of the mix, the strongest first, three at most.
        case style
        /// The day, 2026-11-22.
        case date
        /// The first number from 001 on that is free; in a folder, the place of the photograph.
        case number
    }

    enum Piece: Sendable, Equatable {
        case text(String)
        case word(Word)
    }

    /// Why a text is no template, in words for the user.
    struct Problem: Error, Equatable {
        var reason: String
    }

    private(set) var pieces: [Piece] = []

    init(parsing text: String) throws(Problem) {
        let words = Word.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
        guard !text.isEmpty else { throw Problem(reason: "The picture needs a file name.") }
        guard !text.hasSuffix("/") else { throw Problem(reason: "Behind the folder a file name is missing.") }
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                throw Problem(reason: "A brace has no partner; the words are \(words).")
            }
            let name = rest[rest.index(after: brace)..<end]
            guard let word = Word(rawValue: String(name)) else {
                throw Problem(reason: "{\(name)} is none of \(words).")
            }
            pieces.append(.word(word))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }

    /// Whether different photographs get different names.
    var tellsPhotographsApart: Bool {
        pieces.contains(.word(.photo)) || pieces.contains(.word(.number))
    }

    var isNumbered: Bool { pieces.contains(.word(.number)) }

    /// The path of one export, without regard to its ending.
    func path(photograph: String, recipe: Recipe, date: String, number: Int) -> String {
        path(photograph: photograph, recipe: recipe, date: date, number: Self.digits(number))
    }

    /// The path of one export with any text in the place of its number.
    func path(photograph: String, recipe: Recipe, date: String, number: String) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .word(.photo): Self.stem(of: photograph)
            case .word(.style): Self.styles(of: recipe)
            case .word(.date): date
            case .word(.number): number
            }
        }.joined()
    }

    private static func digits(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
    }

    /// A file's name without folder and ending.
    static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last ?? "picture"
        return String(name.lastIndex(of: ".").map { $0 > name.startIndex ? name[..<$0] : name } ?? name)
    }

    private static func styles(of recipe: Recipe) -> String {
        // Equal weights keep their order on the palette.
        let sorted = recipe.parts.enumerated().filter { $0.element.weight > 0 }
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        let names = sorted.prefix(3).map { $0.element.style.replacing("/", with: "-") }
        return names.isEmpty ? "photograph" : names.joined(separator: "+")
    }
}
