import Foundation
import Imaging
import Testing

/// As much of a terminal with kitty's protocol as pictures use: which are there, what they look like, and where.
struct KittyScreen {
    struct Shown {
        var picture: Picture
        /// The cell of the upper left corner, from 0, and how many cells it is stretched over.
        var row: Int
        var column: Int
        var columns: Int
        var rows: Int
    }

    private(set) var shown: [UInt32: Shown] = [:]
    /// The fewest pictures that were there at any time after the first came.
    private(set) var fewest = Int.max
    private var keys: [String: String] = [:]
    private var letters = ""
    private var cursor = (row: 0, column: 0)

    mutating func write(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        for match in text.matches(of: /\u{1B}\[(\d+);(\d+)H|\u{1B}_G([^;\u{1B}]*);?([^\u{1B}]*)\u{1B}\\/) {
            if let row = match.1, let column = match.2 {
                cursor = (try #require(Int(row)) - 1, try #require(Int(column)) - 1)
            } else {
                try take(String(match.3 ?? ""), String(match.4 ?? ""))
            }
        }
    }

    private mutating func take(_ control: String, _ payload: String) throws {
        #expect(payload.utf8.count <= 4096)
        var piece: [String: String] = [:]
        for pair in control.split(separator: ",") {
            let sides = pair.split(separator: "=")
            try #require(sides.count == 2)
            piece[String(sides[0])] = String(sides[1])
        }
        #expect(piece["q"] == "2")
        if piece["a"] == "d" {
            #expect(piece["d"] == "I")
            shown[try #require(piece["i"].flatMap { UInt32($0) })] = nil
            fewest = min(fewest, shown.count)
            return
        }
        if piece["a"] != nil {
            #expect(letters.isEmpty)
            keys = piece
        }
        // All pieces but the last are whole groups of four letters.
        if piece["m"] == "1" { #expect(payload.utf8.count % 4 == 0) }
        letters += payload
        if piece["m"] == "0" { try show() }
    }

    private mutating func show() throws {
        func number(_ key: String) throws -> Int { try #require(keys[key].flatMap { Int($0) }) }
        #expect(keys["a"] == "T" && (keys["C"] == "1" || keys["U"] == "1"))
        let bytes = [UInt8](try #require(Data(base64Encoded: letters)))
        letters = ""
        let picture: Picture
        if keys["f"] == "100" {
            picture = try Picture.decode(bytes, name: "sent")
        } else {
            #expect(keys["f"] == "24")
            let width = try number("s")
            let height = try number("v")
            try #require(bytes.count == 3 * width * height)
            picture = Picture(
                width: width, height: height,
                samples: (0..<3).flatMap { channel in
                    (0..<width * height).map { Float(bytes[3 * $0 + channel]) / 255 }
                })
        }
        shown[UInt32(try number("i"))] = Shown(
            picture: picture, row: cursor.row, column: cursor.column, columns: try number("c"), rows: try number("r"))
    }
}
