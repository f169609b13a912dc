import Foundation
import Testing

/// As much of tmux as pictures use: what is wrapped it passes on, all else is text in cells.
struct TmuxPane {
    /// A cell with a part of a picture.
    struct Part: Equatable {
        /// The picture's number.
        var number: UInt32
        var row: Int
        var column: Int
    }

    struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    /// What the terminal around it got.
    private(set) var passedOn: [UInt8] = []
    private(set) var parts: [Cell: Part] = [:]

    mutating func write(_ bytes: [UInt8], marks: [[UInt8]]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        var rest = text[...]
        var plain = ""
        while let start = rest.range(of: "\u{1B}Ptmux;") {
            plain += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            // The envelope ends with the first ESC that is not doubled.
            let match = try #require(rest.prefixMatch(of: /((?:[^\u{1B}]|\u{1B}\u{1B})*)\u{1B}\\/))
            passedOn += match.1.replacing("\u{1B}\u{1B}", with: "\u{1B}").utf8
            rest = rest[match.range.upperBound...]
        }
        try take((plain + rest).unicodeScalars[...], marks: marks)
    }

    private mutating func take(_ scalars: Substring.UnicodeScalarView, marks: [[UInt8]]) throws {
        let places = Dictionary(uniqueKeysWithValues: marks.enumerated().map { ($0.element, $0.offset) })
        var scalars = scalars
        var (row, column, colour) = (0, 0, UInt32(0))
        func mark() throws -> Int {
            let next = scalars.popFirst()
            let scalar = try #require(next)
            return try #require(places[Array(String(scalar).utf8)])
        }
        while let scalar = scalars.popFirst() {
            if scalar == "\u{1B}" {
                guard scalars.popFirst() == "[" else { continue }
                let body = scalars.prefix { !("@"..."~").contains($0) }
                scalars = scalars.dropFirst(body.count)
                let numbers = String(body).split(separator: ";").compactMap { Int($0) }
                switch scalars.popFirst() {
                case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
                case "m": colour = numbers.suffix(3).starts(with: [38, 5]) ? UInt32(numbers.last ?? 0) : 0
                default: Issue.record("an unknown sequence")
                }
            } else {
                try #require(scalar == "\u{10EEEE}")
                let part = try (row: mark(), column: mark(), high: mark())
                parts[Cell(row: row, column: column)] = Part(
                    number: UInt32(part.high) << 24 | colour, row: part.row, column: part.column)
                column += 1
            }
        }
    }
}
