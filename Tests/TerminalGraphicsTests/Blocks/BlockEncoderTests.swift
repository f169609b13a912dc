import Foundation
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
    var canvas = BlockCanvas()
    return sent(chosen(picture, colours, symbols, in: rectangle), to: &canvas)
}

private func chosen(
    _ picture: Picture, _ colours: Depth = .truecolour, _ symbols: Symbols = .quadrants, in rectangle: CellRectangle
) -> BlockPicture {
    var encoder = BlockEncoder(colours: colours, symbols: symbols)
    var blocks = BlockPicture()
    encoder.encode(picture, in: rectangle, into: &blocks)
    return blocks
}

private func sent(_ picture: BlockPicture, to canvas: inout BlockCanvas) -> [UInt8] {
    var bytes: [UInt8] = []
    canvas.show(picture, into: &bytes)
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
        (
            "sixths", [[0xFF0000, 0], [0, 0xFF0000], [0, 0]], .truecolour, .sextants,
            "\u{1B}[38;2;255;0;0;48;2;0;0;0m\u{1FB08}\u{1B}[0m"
        ),
        (
            "all but a sixth", [[0xFF0000, 0xFF0000], [0xFF0000, 0xFF0000], [0xFF0000, 0]], .truecolour, .sextants,
            "\u{1B}[38;2;255;0;0;48;2;0;0;0m\u{1FB1D}\u{1B}[0m"
        ),
        (
            "halves of sixths", [[0xFF0000, 0], [0xFF0000, 0], [0xFF0000, 0]], .truecolour, .sextants,
            "\u{1B}[38;2;255;0;0;48;2;0;0;0m▌\u{1B}[0m"
        ),
        (
            "no sixths", [[0x102030, 0x102030], [0x102030, 0x102030], [0x102030, 0x102030]], .truecolour, .sextants,
            "\u{1B}[48;2;16;32;48m \u{1B}[0m"
        ),
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
        (.indexed, .quadrants, 22), (.indexed, .halves, 22), (.indexed, .sextants, 22), (.indexed, .ascii, 16),
        (.sixteen, .quadrants, 13), (.sixteen, .halves, 13),
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

    /// Rings, whose edges run in all directions.
    private static let rings: Picture = {
        var picture = Picture(width: 60, height: 90)
        for row in 0..<90 {
            for column in 0..<60 {
                let distance = hypot(Double(column) - 29.5, (Double(row) - 44.5) / 1.5)
                let tone: Float = Int(distance / 5) % 2 == 0 ? 0.9 : 0.1
                for channel in 0..<3 { picture[channel, row, column] = tone }
            }
        }
        return picture
    }()

    @Test func sixthsAreFinerThanQuarters() {
        func likeness(_ symbols: TerminalCapabilities.Symbols) -> Double {
            var screen = TextScreen(width: 30, height: 15)
            screen.write(
                encoded(
                    Self.rings, .truecolour, symbols, in: CellRectangle(row: 0, column: 0, width: 30, height: 15)))
            #expect(screen.unknownSequences == 0 && screen.lostCharacters == 0)
            return signalToNoise(screen.finePicture(), Self.rings)
        }
        #expect(likeness(.sextants) > likeness(.quadrants) + 1)
    }

    /// Where there are no colours the picture is made of the terminal's own ink.
    @Test(arguments: [TerminalCapabilities.Symbols.ascii, .halves, .quadrants])
    func whatIsBrightIsPaperOnALightGround(symbols: TerminalCapabilities.Symbols) {
        func ink(_ tone: Float, hasLightGround: Bool) -> String {
            var encoder = BlockEncoder(colours: .monochrome, symbols: symbols, hasLightGround: hasLightGround)
            var blocks = BlockPicture()
            var canvas = BlockCanvas()
            encoder.encode(
                Picture(width: 8, height: 8, red: tone, green: tone, blue: tone),
                in: CellRectangle(row: 0, column: 0, width: 1, height: 1), into: &blocks)
            return String(decoding: sent(blocks, to: &canvas), as: UTF8.self)
        }
        #expect(ink(1, hasLightGround: true) == ink(0, hasLightGround: false))
        #expect(ink(0, hasLightGround: true) == ink(1, hasLightGround: false))
        #expect(ink(1, hasLightGround: true).hasSuffix(" "))
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
        var canvas = BlockCanvas()
        var screen = TextScreen(width: 30, height: 20)
        var picture = testPicture(width: 60, height: 40)
        let whole = sent(chosen(picture, in: rectangle), to: &canvas)
        screen.write(whole)
        #expect(sent(chosen(picture, in: rectangle), to: &canvas).isEmpty)

        // Two runs in one row, and one in another.
        for column in [20, 21, 22, 23, 24, 25, 40, 41] { picture[0, 11, column] = 1 - picture[0, 11, column] }
        picture[1, 30, 9] = 1 - picture[1, 30, 9]
        let changes = sent(chosen(picture, in: rectangle), to: &canvas)
        #expect(changes.count < whole.count / 30)
        screen.write(changes)
        #expect(screen.unknownSequences == 0)
        var fresh = TextScreen(width: 30, height: 20)
        fresh.write(encoded(picture, .truecolour, in: rectangle))
        #expect(screen.cells == fresh.cells)
    }

    /// Whatever came before, and however little of it was sent, the screen ends up with the newest picture.
    @Test(arguments: [Depth.truecolour, .indexed, .sixteen, .monochrome])
    fileprivate func aRunOfPicturesLeavesNoGhosts(colours: Depth) {
        var canvas = BlockCanvas()
        var screen = TextScreen(width: 30, height: 20)
        for step in 0..<8 {
            var picture = testPicture(width: 60, height: 40, seed: UInt64(step / 2 + 1))
            for row in 0..<40 { picture[step % 3, row, 7 * step] = 1 }
            // A frame that was encoded and never sent changes nothing.
            _ = chosen(testPicture(width: 60, height: 40, seed: 99), colours, in: rectangle)
            screen.write(sent(chosen(picture, colours, in: rectangle), to: &canvas))
            var fresh = TextScreen(width: 30, height: 20)
            fresh.write(encoded(picture, colours, in: rectangle))
            #expect(screen.picture() == fresh.picture())
        }
        #expect(screen.unknownSequences == 0)
    }

    @Test func aMovingPictureNeedNotBeExact() throws {
        var capabilities = TerminalCapabilities()
        capabilities.colours = .truecolour
        var painter = PicturePainter(capabilities: capabilities)
        var canvas = PictureCanvas()
        var screen = TextScreen(width: 30, height: 20)
        var content = TerminalPicture()
        var counts: [Int] = []
        // Brighter by 1/255 in each frame, then at rest.
        for step in 0...20 {
            var picture = testPicture(width: 60, height: 40, noise: 0)
            picture.samples = picture.samples.map { $0 * 0.9 + Float(step) / 255 }
            try painter.paint(picture, in: rectangle, isSettled: step == 20, into: &content)
            var bytes: [UInt8] = []
            canvas.show(content, into: &bytes)
            screen.write(bytes)
            counts.append(bytes.count)
            let shown = screen.picture()
            let worst = zip(shown.samples, picture.samples).map { abs($0 - $1) }.max() ?? 1
            #expect(worst < Float(step == 20 ? 16 : 22) / 255)
        }
        #expect(counts[1..<6].allSatisfy { $0 < counts[0] / 4 })
        #expect(counts[1..<20].reduce(0, +) < counts[0] * 19 / 3)
        var fresh = TextScreen(width: 30, height: 20)
        var whole: [UInt8] = []
        var empty = PictureCanvas()
        empty.show(content, into: &whole)
        fresh.write(whole)
        #expect(screen.picture() == fresh.picture())
    }

    @Test func finePicturesLeaveNoGhostsEither() throws {
        var canvas = BlockCanvas()
        var screen = TextScreen(width: 30, height: 20)
        var counts: [Int] = []
        for step in 0..<6 {
            var picture = testPicture(width: 60, height: 60, noise: 0)
            for row in 0..<60 { picture[1, row, 7 * step] = 1 }
            let bytes = sent(chosen(picture, .truecolour, .sextants, in: rectangle), to: &canvas)
            screen.write(bytes)
            counts.append(bytes.count)
            var fresh = TextScreen(width: 30, height: 20)
            fresh.write(encoded(picture, .truecolour, .sextants, in: rectangle))
            #expect(screen.finePicture() == fresh.finePicture())
        }
        #expect(counts[1...].allSatisfy { $0 < counts[0] / 3 })
    }

    @Test func aMovedOrForgottenPictureIsSentWhole() {
        var canvas = BlockCanvas()
        let picture = testPicture(width: 60, height: 40)
        let whole = sent(chosen(picture, in: rectangle), to: &canvas)
        canvas.forget()
        #expect(sent(chosen(picture, in: rectangle), to: &canvas) == whole)
        var moved = rectangle
        moved.row = 3
        #expect(sent(chosen(picture, in: moved), to: &canvas) == encoded(picture, .truecolour, in: moved))
        #expect(
            sent(chosen(picture, .indexed, in: moved), to: &canvas) == encoded(picture, .indexed, in: moved))
    }
}
