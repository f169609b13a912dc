import Imaging
import Testing

import TerminalGraphics

private typealias Depth = TerminalCapabilities.ColourDepth
private typealias Symbols = TerminalCapabilities.Symbols

/// A picture of so many quarters, each given as 0xRRGGBB.
private func picture(_ rows: [[UInt32]]) -> Picture {
    var picture = Picture(width: rows[0].count, height: rows.count)
    for (row, colours) in rows.enumerated() {
        for (column, colour) in colours.enumerated() {
            for channel in 0..<3 {
                picture[channel, row, column] = Float(colour >> (16 - 8 * UInt32(channel)) & 255) / 255
            }
        }
    }
    return picture
}

private func encoded(
    _ picture: Picture, _ colours: Depth, _ symbols: Symbols = .quadrants, in rectangle: CellRectangle
) -> [UInt8] {
    var encoder = BlockEncoder(colours: colours, symbols: symbols)
    var bytes: [UInt8] = []
    encoder.encode(picture, in: rectangle, into: &bytes)
    return bytes
}

@Suite struct BlockOutputTests {
    private static let cell = CellRectangle(row: 2, column: 4, width: 1, height: 1)
    private static let golden: [(String, [[UInt32]], Depth, Symbols, String)] = [
        (
            "halves", [[0xFF0000, 0xFF0000], [0x0000FF, 0x0000FF]], .truecolour, .halves,
            "\u{1B}[38;2;255;0;0;48;2;0;0;255m▀\u{1B}[0m"
        ),
        (
            "one colour", [[0x102030, 0x102030], [0x102030, 0x102030]], .truecolour, .quadrants,
            "\u{1B}[48;2;16;32;48m \u{1B}[0m"
        ),
        (
            "a quarter", [[0, 0], [0, 0xFFFFFF]], .truecolour, .quadrants,
            "\u{1B}[38;2;255;255;255;48;2;0;0;0m▗\u{1B}[0m"
        ),
        (
            "a diagonal", [[0xFFFFFF, 0], [0, 0xFFFFFF]], .truecolour, .quadrants,
            "\u{1B}[38;2;0;0;0;48;2;255;255;255m▞\u{1B}[0m"
        ),
        ("no symbols", [[0xFF0000, 0xFF0000], [0, 0]], .truecolour, .ascii, "\u{1B}[48;2;128;0;0m \u{1B}[0m"),
        (
            "256 colours", [[0xFF0000, 0xFF0000], [0x0000FF, 0x0000FF]], .indexed, .quadrants,
            "\u{1B}[38;5;196;48;5;21m▀\u{1B}[0m"
        ),
        (
            "16 colours", [[0xFF0000, 0xFF0000], [0xFFFFFF, 0xFFFFFF]], .sixteen, .quadrants,
            "\u{1B}[91;107m▀\u{1B}[0m"
        ),
        ("black and white", [[0xFFFFFF, 0], [0xFFFFFF, 0]], .monochrome, .quadrants, "▌"),
        ("all white", [[0xFFFFFF, 0xFFFFFF], [0xFFFFFF, 0xFFFFFF]], .monochrome, .halves, "█"),
        ("all black", [[0, 0], [0, 0]], .monochrome, .quadrants, " "),
        ("letters", [[0xFFFFFF, 0xFFFFFF], [0xFFFFFF, 0xFFFFFF]], .monochrome, .ascii, "@"),
    ]

    @Test(arguments: golden.indices)
    func oneCell(index: Int) {
        let (name, rows, colours, symbols, expected) = Self.golden[index]
        let bytes = encoded(picture(rows), colours, symbols, in: Self.cell)
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[0m\u{1B}[3;5H" + expected, "\(name)")
    }

    @Test func coloursAreSentOnlyWhenTheyChange() {
        let bytes = encoded(
            picture([[0xFF0000, 0xFF0000, 0xFF0000, 0xFF0000], [0x0000FF, 0x0000FF, 0x0000FF, 0x0000FF]]),
            .truecolour, in: CellRectangle(row: 0, column: 0, width: 2, height: 1))
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\u{1B}[0m\u{1B}[1;1H\u{1B}[38;2;255;0;0;48;2;0;0;255m▀▀\u{1B}[0m")
    }

    @Test func exchangedColoursTakeTheInverseSymbol() {
        let bytes = encoded(
            picture([[0xFF0000, 0xFF0000, 0x0000FF, 0x0000FF], [0x0000FF, 0x0000FF, 0xFF0000, 0xFF0000]]),
            .truecolour, .halves, in: CellRectangle(row: 0, column: 0, width: 2, height: 1))
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\u{1B}[0m\u{1B}[1;1H\u{1B}[38;2;255;0;0;48;2;0;0;255m▀▄\u{1B}[0m")
    }

    @Test func anEmptyRectangleIsNothing() {
        let nothing = CellRectangle(row: 0, column: 0, width: 0, height: 5)
        #expect(encoded(Picture(width: 1, height: 1), .truecolour, in: nothing).isEmpty)
    }
}

@Suite struct BlockPictureTests {
    /// Smooth, so that what is lost is lost to the colours and symbols.
    private static let source = testPicture(width: 150, height: 93, noise: 0)
    private static let bounds: [(Depth, Symbols, Double)] = [
        (.truecolour, .quadrants, 38), (.truecolour, .halves, 38), (.truecolour, .ascii, 34),
        (.indexed, .quadrants, 18), (.indexed, .halves, 18), (.sixteen, .quadrants, 13), (.sixteen, .halves, 13),
        (.sixteen, .ascii, 9),
    ]

    @Test(arguments: bounds.indices)
    func theScreenShowsThePicture(index: Int) {
        let (colours, symbols, bound) = Self.bounds[index]
        let rectangle = CellRectangle(row: 1, column: 2, width: 50, height: 31)
        var screen = TextScreen(width: 55, height: 33)
        screen.write(encoded(Self.source, colours, symbols, in: rectangle))
        #expect(screen.unknownSequences == 0)
        #expect(screen.lostCharacters == 0)
        var shown = Picture(width: 100, height: 62)
        var wanted = shown
        for row in 0..<62 {
            for column in 0..<100 {
                let colour = screen.colour(row: row + 2, column: column + 4)
                for channel in 0..<3 {
                    shown[channel, row, column] = colour[channel]
                    wanted[channel, row, column] = Self.source[channel, row * 3 / 2, column * 3 / 2]
                }
            }
        }
        #expect(signalToNoise(shown, wanted) > bound, "\(colours) \(symbols)")
        // Nothing outside the rectangle.
        let outside = screen.cells.indices.filter {
            !rectangle.contains(row: $0 / screen.width, column: $0 % screen.width)
        }
        #expect(outside.allSatisfy { screen.cells[$0] == TextScreen.Cell() })
    }

    @Test(arguments: TerminalCapabilities.Symbols.allCases)
    func monochromeUsesNoColour(symbols: TerminalCapabilities.Symbols) {
        let rectangle = CellRectangle(row: 0, column: 0, width: 40, height: 25)
        let text = String(decoding: encoded(Self.source, .monochrome, symbols, in: rectangle), as: UTF8.self)
        let codes = text.split(separator: "\u{1B}").filter { $0.prefix { $0 != " " }.contains("m") }
        #expect(codes.allSatisfy { $0.hasPrefix("[0m") })
        #expect(Set(text.unicodeScalars.filter { $0.value > 0x2500 || symbols == .ascii }).count >= 4)
        if symbols == .ascii { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        if symbols == .halves { #expect(!text.contains("▘") && !text.contains("▌")) }
    }

    @Test(arguments: [(1, 1), (1, 500), (500, 1), (3, 3), (2000, 30)])
    func anySizeOfPictureWillDo(width: Int, height: Int) {
        let rectangle = CellRectangle(row: 0, column: 0, width: 7, height: 5)
        var screen = TextScreen(width: 7, height: 5)
        let grey = Picture(width: width, height: height, red: 0.6, green: 0.2, blue: 1)
        screen.write(encoded(grey, .truecolour, in: rectangle))
        #expect(screen.lostCharacters == 0)
        #expect(screen.cells.allSatisfy { $0.background == SIMD3(153, 51, 255) && $0.character == " " })
    }

    @Test func samplesOutOfRangeAreHarmless() {
        var strange = testPicture(width: 20, height: 20)
        for (index, value) in [Float.nan, .infinity, -.infinity, 9, -9].enumerated() {
            strange.samples[index * 37] = value
        }
        for (colours, symbols, _) in Self.bounds {
            let bytes = encoded(strange, colours, symbols, in: CellRectangle(row: 0, column: 0, width: 5, height: 5))
            var screen = TextScreen(width: 5, height: 5)
            screen.write(bytes)
            #expect(screen.unknownSequences == 0)
        }
        #expect(
            !encoded(strange, .monochrome, in: CellRectangle(row: 0, column: 0, width: 5, height: 5)).isEmpty)
    }
}

@Suite struct BlockChangeTests {
    private let rectangle = CellRectangle(row: 0, column: 0, width: 30, height: 20)

    @Test func onlyChangedCellsAreSent() {
        var encoder = BlockEncoder(colours: .truecolour)
        var screen = TextScreen(width: 30, height: 20)
        var first = testPicture(width: 60, height: 40)
        var bytes: [UInt8] = []
        encoder.encode(first, in: rectangle, into: &bytes)
        screen.write(bytes)
        let whole = bytes.count

        bytes = []
        encoder.encode(first, in: rectangle, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[0m")

        for column in 20..<26 { first[0, 11, column] = 1 - first[0, 11, column] }
        bytes = []
        encoder.encode(first, in: rectangle, into: &bytes)
        #expect(bytes.count < whole / 50)
        screen.write(bytes)
        var fresh = TextScreen(width: 30, height: 20)
        fresh.write(encoded(first, .truecolour, in: rectangle))
        #expect(screen.cells == fresh.cells)
    }

    @Test func aMovedOrForgottenPictureIsSentWhole() {
        var encoder = BlockEncoder(colours: .truecolour)
        let picture = testPicture(width: 60, height: 40)
        var bytes: [UInt8] = []
        encoder.encode(picture, in: rectangle, into: &bytes)
        let whole = bytes
        bytes = []
        encoder.forget()
        encoder.encode(picture, in: rectangle, into: &bytes)
        #expect(bytes == whole)
        bytes = []
        encoder.encode(picture, in: rectangle, changedOnly: false, into: &bytes)
        #expect(bytes == whole)
        var moved = rectangle
        moved.row = 3
        bytes = []
        encoder.encode(picture, in: moved, into: &bytes)
        #expect(bytes == encoded(picture, .truecolour, in: moved))
    }
}
