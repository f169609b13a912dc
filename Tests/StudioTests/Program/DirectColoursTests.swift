import Studio
import Testing

struct DirectColoursTests {
    private static let ink = Theme.Colour(red: 12, green: 34, blue: 56)

    private func number(of colour: Theme.Colour, _ colours: inout DirectColours) throws -> Int {
        let number = colours.number(of: colour)
        return try #require(number)
    }

    private func rewritten(_ text: String, _ colours: inout DirectColours, before: String = "") -> String {
        var bytes = Array((before + text).utf8)
        colours.rewrite(&bytes, from: before.utf8.count)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func eachColourHasANumberOfItsOwn() throws {
        var colours = DirectColours()
        // All nearest to the same of the 256.
        var shades: [Theme.Colour] = []
        for step in 0..<UInt8(20) {
            shades.append(Theme.Colour(red: 200, green: 100 + step % 5, blue: 50 + step / 5))
        }
        let numbers = try shades.map { try number(of: $0, &colours) }
        #expect(Set(numbers).count == shades.count)
        #expect(numbers.allSatisfy { (16...255).contains($0) })
        #expect(try number(of: shades[7], &colours) == numbers[7])
        // As they would look if nobody exchanged them.
        #expect(numbers[0] == ColourIndex.nearest(to: shades[0], count: 256))
    }

    @Test func noMoreAreLeftThanThereAre() throws {
        var colours = DirectColours()
        for value in 0..<UInt8(240) {
            _ = try number(of: Theme.Colour(red: value, green: 0, blue: 9), &colours)
        }
        let more = colours.number(of: Self.ink)
        #expect(more == nil)
    }

    @Test func numbersBecomeColours() throws {
        var colours = DirectColours()
        let number = try number(of: Self.ink, &colours)
        let sent = rewritten("a\u{1B}[38;5;\(number)m\u{1B}[48:5:\(number)mb", &colours)
        #expect(sent == "a\u{1B}[38;2;12;34;56m\u{1B}[48;2;12;34;56mb")
    }

    @Test func allElseStays() throws {
        var colours = DirectColours()
        let number = try number(of: Self.ink, &colours)
        let other = number == 100 ? 101 : 100
        for text in [
            "", "words", "\u{1B}[38;5;\(other)m", "\u{1B}[38;5;m", "\u{1B}[38;5;\(number)",
            "\u{1B}[38;5;\(number)0000m",
            "\u{1B}[38;2;\(number)m", "\u{1B}[38;5;\(number);1m", "\u{1B}[1;\(number)H", "\u{1B}", "\u{1B}[31m",
            "\u{1B}[38;5", "38;5;\(number)m",
        ] {
            #expect(rewritten(text, &colours) == text)
        }
        let before = "\u{1B}[38;5;\(number)m"
        #expect(rewritten("x\u{1B}[38;5;\(number)my", &colours, before: before) == before + "x\u{1B}[38;2;12;34;56my")
    }
}
