import Testing

import TerminalGraphics

/// Bytes that look like a terminal's: random ones, and pieces of real sequences cut and repeated.
private struct TerminalNoise {
    var state: UInt64

    static let pieces: [[UInt8]] = [
        "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}P", "\u{1B}]", "\u{1B}_G", "\u{1B}\\", "\u{7}", "\u{1B}[200~",
        "\u{1B}[201~", "\u{1B}[201", "\u{1B}[<0;5;6M", "\u{1B}[M", "\u{1B}[[", "A", "~", "u", "c", "?", ";", ":", "27",
        "1;5", "é", "墨", "🎨", "\u{1B}[?62;4c", "\u{1B}P>|foot(1.2)\u{1B}\\", "\u{1B}[6;20;10t", "$", "y", "\r",
        "\u{1B}[7", "\u{1B}[7$", "text",
    ].map { Array($0.utf8) }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) ^ (state >> 17 & 0xFFFF)
    }

    mutating func bytes(pieces count: Int) -> [UInt8] {
        var result: [UInt8] = []
        for _ in 0..<count {
            if next() % 3 == 0 {
                result.append(UInt8(truncatingIfNeeded: next()))
            } else {
                result += Self.pieces[Int(next() % UInt64(Self.pieces.count))]
            }
        }
        return result
    }
}

@Suite struct InputFuzzTests {
    private static let extraKeys: [[UInt8]: TerminalInput.Key] = [
        Array("\u{1B}[7$".utf8): .init(.home, shift: true), Array("\u{1B}[[A".utf8): .init(.function(1)),
    ]

    @Test(arguments: 0..<300)
    func anyCutGivesTheSameEvents(seed: UInt64) {
        var noise = TerminalNoise(state: seed &* 977 &+ 1)
        let bytes = noise.bytes(pieces: 120)
        var whole = TerminalInputParser(keySequences: Self.extraKeys)
        let expected = whole.parse(bytes)
        var cut = TerminalInputParser(keySequences: Self.extraKeys)
        var events: [TerminalInput] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + Int(noise.next() % 7), bytes.count)
            events += cut.parse(bytes[start..<end])
            start = end
        }
        #expect(events == expected)
        #expect(whole.isAwaitingFlush == cut.isAwaitingFlush)
        #expect(whole.flush() == cut.flush())
    }

    @Test(arguments: 0..<20)
    func theKeyboardComesBackAfterNoise(seed: UInt64) {
        var noise = TerminalNoise(state: seed &+ 5)
        var parser = TerminalInputParser()
        _ = parser.parse(noise.bytes(pieces: 3000))
        // Whatever was open: the end of a paste and of a string close it.
        _ = parser.parse(Array("\u{1B}[201~\u{1B}\\\r".utf8)) + parser.flush()
        #expect(parser.parse([0x71]) == [.key(.init(.character("q")))])
    }
}
