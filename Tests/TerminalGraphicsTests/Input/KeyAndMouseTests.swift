import Testing

import TerminalGraphics

@Suite struct KeyParsingTests {
    static let table: [(String, TerminalInput)] = [
        ("a", key(.character("a"))),
        ("Q", key(.character("Q"))),
        ("é", key(.character("é"))),
        ("墨", key(.character("墨"))),
        ("🎨", key(.character("🎨"))),
        ("\u{3}", key(.character("c"), control: true)),
        ("\u{1A}", key(.character("z"), control: true)),
        ("\u{0}", key(.character(" "), control: true)),
        ("\u{1C}", key(.character("\\"), control: true)),
        ("\r", key(.enter)),
        ("\n", key(.enter)),
        ("\t", key(.tab)),
        ("\u{7F}", key(.backspace)),
        ("\u{8}", key(.backspace)),
        ("\u{1B}", key(.escape)),
        ("\u{1B}x", key(.character("x"), alternate: true)),
        ("\u{1B}é", key(.character("é"), alternate: true)),
        ("\u{1B}\r", key(.enter, alternate: true)),
        ("\u{1B}\u{1}", key(.character("a"), control: true, alternate: true)),
        ("\u{1B}[", key(.character("["), alternate: true)),
        ("\u{1B}O", key(.character("O"), alternate: true)),
        ("\u{1B}P", key(.character("P"), alternate: true)),
        ("\u{1B}]", key(.character("]"), alternate: true)),
        ("\u{1B}[A", key(.up)),
        ("\u{1B}OB", key(.down)),
        ("\u{1B}[1;5C", key(.right, control: true)),
        ("\u{1B}[1;2D", key(.left, shift: true)),
        ("\u{1B}[1;3A", key(.up, alternate: true)),
        ("\u{1B}\u{1B}[A", key(.up, alternate: true)),
        ("\u{1B}O5D", key(.left, control: true)),
        ("\u{1B}O1;5D", key(.left, control: true)),
        ("\u{1B}[H", key(.home)),
        ("\u{1B}[4~", key(.end)),
        ("\u{1B}[8~", key(.end)),
        ("\u{1B}[3~", key(.delete)),
        ("\u{1B}[3;5~", key(.delete, control: true)),
        ("\u{1B}[5~", key(.pageUp)),
        ("\u{1B}[6;3~", key(.pageDown, alternate: true)),
        ("\u{1B}[Z", key(.backTab)),
        ("\u{1B}OP", key(.function(1))),
        ("\u{1B}[11~", key(.function(1))),
        ("\u{1B}[[B", key(.function(2))),
        ("\u{1B}[1;2R", key(.function(3), shift: true)),
        ("\u{1B}[15~", key(.function(5))),
        ("\u{1B}[17~", key(.function(6))),
        ("\u{1B}[24;2~", key(.function(12), shift: true)),
        ("\u{1B}OM", key(.enter)),
        ("\u{1B}Oq", key(.character("1"))),
        ("\u{1B}Ok", key(.character("+"))),
        ("\u{1B}[27;5;13~", key(.enter, control: true)),
        ("\u{1B}[27;6;114~", key(.character("r"), control: true)),
        ("\u{1B}[27;2;97~", key(.character("A"))),
        ("\u{1B}[114;5u", key(.character("r"), control: true)),
        ("\u{1B}[97:65;2u", key(.character("A"))),
        ("\u{1B}[27u", key(.escape)),
        ("\u{1B}[9;2u", key(.backTab)),
    ]

    @Test(arguments: table)
    func oneKey(text: String, expected: TerminalInput) {
        #expect(events(text) == [expected])
    }

    @Test func keysFollowOneAnother() {
        #expect(
            events("q\u{1B}[A\u{1B}OAé\u{1B}[3~z")
                == [key(.character("q")), key(.up), key(.up), key(.character("é")), key(.delete), key(.character("z"))])
    }

    @Test func escapeWaitsForTime() {
        var parser = TerminalInputParser()
        #expect(!parser.isAwaitingFlush)
        #expect(parser.parse([0x1B]) == [])
        #expect(parser.isAwaitingFlush)
        #expect(parser.flush() == [key(.escape)])
        #expect(!parser.isAwaitingFlush)
        #expect(parser.flush() == [])
        #expect(parser.parse(Array("[A".utf8)) == [key(.character("[")), key(.character("A"))])
        #expect(parser.parse([0x1B, 0x1B]) + parser.flush() == [key(.escape), key(.escape)])
    }

    @Test func anAnswerInPiecesIsNotFlushed() {
        var parser = TerminalInputParser()
        #expect(parser.parse(Array("\u{1B}[?62;".utf8)) == [])
        #expect(!parser.isAwaitingFlush)
        #expect(parser.flush() == [])
        #expect(parser.parse(Array("4cq".utf8)) == [.reply(.primaryAttributes([4])), key(.character("q"))])
    }

    @Test func terminfoAddsKeys() {
        let extra: [[UInt8]: TerminalInput.Key] = [
            Array("\u{1B}[7$".utf8): .init(.home, shift: true),
            Array("\u{1B}[[A".utf8): .init(.function(13)),
            Array("\u{1B}k".utf8): .init(.insert),
            [0x01]: .init(.end),
        ]
        #expect(events("\u{1B}[7$", keys: extra) == [key(.home, shift: true)])
        #expect(events("\u{1B}[7~", keys: extra) == [key(.home)])
        #expect(events("\u{1B}[[A", keys: extra) == [key(.function(13))])
        #expect(events("\u{1B}k", keys: extra) == [key(.insert)])
        #expect(events("\u{1B}[A\u{1}", keys: extra) == [key(.up), key(.character("a"), control: true)])
    }
}

@Suite struct MouseParsingTests {
    static let table: [(String, TerminalInput.Mouse?)] = [
        ("\u{1B}[<0;1;1M", .init(.press, row: 0, column: 0)),
        ("\u{1B}[<0;12;34m", .init(.release, row: 33, column: 11)),
        ("\u{1B}[<32;300;100M", .init(.drag, row: 99, column: 299)),
        ("\u{1B}[<64;5;6M", .init(.scrollUp, row: 5, column: 4)),
        ("\u{1B}[<65;5;6M", .init(.scrollDown, row: 5, column: 4)),
        ("\u{1B}[<16;5;6M", .init(.press, row: 5, column: 4)),
        ("\u{1B}[<2;5;6M", nil),
        ("\u{1B}[<35;5;6M", nil),
        ("\u{1B}[<0;0;6M", nil),
        ("\u{1B}[<0;6M", nil),
        ("\u{1B}[M !\"", .init(.press, row: 1, column: 0)),
        ("\u{1B}[M#!\"", .init(.release, row: 1, column: 0)),
        ("\u{1B}[M@!!", .init(.press, row: 0, column: 0)),
    ]

    @Test(arguments: table.dropLast())
    func oneReport(text: String, expected: TerminalInput.Mouse?) {
        #expect(events(text) == (expected.map { [.mouse($0)] } ?? []))
    }

    @Test func theOldWheelIsNoPress() {
        #expect(events("\u{1B}[M`!!") == [.mouse(.init(.scrollUp, row: 0, column: 0))])
    }
}

@Suite struct PasteParsingTests {
    @Test func textComesInOnePiece() {
        #expect(events("\u{1B}[200~/home/été.png\u{1B}[201~q") == [.paste("/home/été.png"), key(.character("q"))])
    }

    @Test func controlsAreDropped() {
        #expect(
            events("\u{1B}[200~a\r\n\tb\u{1B}[31mc\u{7}\u{9B}d\u{1B}\u{1B}[201~") == [.paste("ab[31mcd")])
        #expect(events("\u{1B}[200~\n\u{1B}[201~") == [])
    }

    @Test func aLongPasteIsCut() {
        let long = String(repeating: "x", count: 200_000)
        let result = events("\u{1B}[200~" + long + "\u{1B}[201~y")
        #expect(result == [.paste(String(repeating: "x", count: 65_536)), key(.character("y"))])
    }

    @Test func anEndWithoutBeginningIsNothing() {
        #expect(events("\u{1B}[201~") == [])
    }
}
