import Testing

import TerminalGraphics

@Suite struct ReplyParsingTests {
    typealias Size = TerminalCapabilities.Size

    static let table: [(String, TerminalReply)] = [
        ("\u{1B}[?62;4;22c", .primaryAttributes([4, 22])),
        ("\u{1B}[?1;2;4c", .primaryAttributes([2, 4])),
        ("\u{1B}[?6c", .primaryAttributes([])),
        ("\u{1B}[>41;390;0c", .other),
        ("\u{1B}[6;20;10t", .cellSize(Size(width: 10, height: 20))),
        ("\u{1B}[4;600;800t", .windowSize(Size(width: 800, height: 600))),
        ("\u{1B}[6;0;0t", .other),
        ("\u{1B}[?1;0;256S", .sixelRegisters(256)),
        ("\u{1B}[?2;0;1000;900S", .sixelLimit(Size(width: 1000, height: 900))),
        ("\u{1B}[?2;3;0S", .other),
        ("\u{1B}[?2026;2$y", .mode(number: 2026, isKnown: true)),
        ("\u{1B}[?2026;0$y", .mode(number: 2026, isKnown: false)),
        ("\u{1B}[?2026;4$y", .mode(number: 2026, isKnown: false)),
        ("\u{1B}P>|XTerm(379)\u{1B}\\", .version("XTerm(379)")),
        ("\u{1B}P>|a\u{1B}\\", .version("a")),
        ("\u{1B}P1$r0m\u{1B}\\", .other),
        ("\u{1B}[0n", .ready),
        ("\u{1B}[3n", .other),
        ("\u{1B}_Gi=31;OK\u{1B}\\", .kittyGraphics(isKnown: true)),
        ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", .ground(isLight: false)),
        ("\u{1B}]11;rgb:f5f5/f0f0/E0E0\u{7}", .ground(isLight: true)),
        ("\u{1B}]11;rgb:f/0/f\u{7}", .ground(isLight: false)),
        ("\u{1B}]11;rgba:ff/ff/ff/00\u{7}", .ground(isLight: true)),
        ("\u{1B}]11;rgb:fffff/0/0\u{7}", .other),
        ("\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", .other),
        ("\u{1B}[12;40R", .other),
        ("\u{1B}[?1u", .other),
        ("\u{1B}[I", .other),
    ]

    @Test(arguments: table)
    func oneAnswer(text: String, expected: TerminalReply) {
        #expect(events("a" + text + "b") == [key(.character("a")), .reply(expected), key(.character("b"))])
    }

    @Test func anEscapeKeyBeforeAnAnswerStays() {
        #expect(events("\u{1B}\u{1B}[?6c") == [key(.escape), .reply(.primaryAttributes([]))])
        #expect(events("\u{1B}\u{1B}P>|x\u{1B}\\") == [key(.escape), .reply(.version("x"))])
    }

    @Test func theNameIsMadePrintable() {
        #expect(events("\u{1B}P>|a\u{202E}b\u{1B}\\") == [.reply(.version("a\\u{202e}b"))])
    }
}

@Suite struct MalformedInputTests {
    static let table: [(String, [TerminalInput])] = [
        // A new sequence, a control or a letter of several bytes breaks off what was begun.
        ("\u{1B}[12\u{1B}[A", [key(.up)]),
        ("\u{1B}[12\u{3}", [key(.character("c"), control: true)]),
        ("\u{1B}[12é", [key(.character("é"))]),
        ("\u{1B}[?\u{7F}", [key(.backspace)]),
        ("\u{1B}[1?2c", []),
        ("\u{1B}[ 1A", []),
        ("\u{1B}[99~", []),
        ("\u{1B}O!x", [key(.character("x"))]),
        ("\u{1B}Pabc\rq", [key(.enter), key(.character("q"))]),
        ("\u{1B}]0;x\u{1B}[A", [key(.up)]),
        ("\u{1B}[M\u{1B}[A", [key(.up)]),
    ]

    @Test(arguments: table)
    func isSwallowed(text: String, expected: [TerminalInput]) {
        #expect(events(text) == expected)
    }

    @Test func brokenUTF8Disappears() {
        var parser = TerminalInputParser()
        #expect(parser.parse([0xFF, 0x80, 0xC3, 0x41]) == [key(.character("A"))])
        #expect(parser.parse([0xE0, 0x80, 0x80, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0x42]) == [key(.character("B"))])
        #expect(parser.parse([0xC3, 0xC3, 0xA9]) == [key(.character("é"))])
    }

    @Test func overlongSequencesDisappear() {
        let digits = String(repeating: "1;", count: 5000)
        #expect(events("\u{1B}[" + digits + "Aq") == [key(.character("q"))])
        #expect(events("\u{1B}O" + digits + "Aq").last == key(.character("q")))
        #expect(events("\u{1B}P>|" + digits + "\u{1B}\\q") == [.reply(.other), key(.character("q"))])
    }

    @Test func hugeNumbersAreHarmless() {
        let huge = String(repeating: "9", count: 60)
        #expect(events("\u{1B}[6;\(huge);\(huge)t") == [.reply(.cellSize(.init(width: 9_999_999, height: 9_999_999)))])
        #expect(events("\u{1B}[\(huge)~\u{1B}[\(huge);\(huge)uq") == [.reply(.other), key(.character("q"))])
    }
}
