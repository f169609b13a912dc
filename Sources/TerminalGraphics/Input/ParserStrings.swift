// What the parser does with a byte in control strings and in pastes.
extension TerminalInputParser {
    mutating func takeInString(_ byte: UInt8, introducer: UInt8) {
        switch byte {
        case 0x1B:
            state = .stringEscape(introducer: introducer)
        case 0x07 where introducer == UInt8(ascii: "]"):
            finishString(introducer: introducer)
        case 0x00..<0x20, 0x7F:
            // No answer holds a control: the string was Alt and a letter, and this is a key.
            restart(with: byte)
        default:
            hold(byte, limit: Self.stringLimit)
        }
    }

    mutating func takeAfterStringEscape(_ byte: UInt8, introducer: UInt8) {
        if byte == UInt8(ascii: "\\") {
            finishString(introducer: introducer)
        } else {
            reset()
            takeInGround(0x1B, alternate: false)
            takeAfterEscape(byte)
        }
    }

    private mutating func finishString(introducer: UInt8) {
        let reply: TerminalReply =
            switch introducer {
            case _ where isOverlong: .other
            case UInt8(ascii: "P"): TerminalReply(deviceControl: held)
            case UInt8(ascii: "_"): TerminalReply(applicationCommand: held)
            case UInt8(ascii: "]"): TerminalReply(systemCommand: held)
            default: .other
            }
        events.append(.reply(reply))
        reset()
    }

    mutating func takeInPaste(_ byte: UInt8) {
        if byte == Self.pasteEnd[pasteEndMatched] {
            pasteEndMatched += 1
            guard pasteEndMatched == Self.pasteEnd.count else { return }
            let text = String(decoding: held, as: UTF8.self)
            reset()
            let harmless = String(String.UnicodeScalarView(text.unicodeScalars.filter(Self.isText)))
            if !harmless.isEmpty { events.append(.paste(harmless)) }
            return
        }
        // What looked like the end was text; its `ESC` goes the way of all controls.
        for seen in Self.pasteEnd.prefix(pasteEndMatched) { hold(seen, limit: Self.pasteLimit) }
        pasteEndMatched = byte == 0x1B ? 1 : 0
        if byte != 0x1B { hold(byte, limit: Self.pasteLimit) }
    }

    /// Controls of the C0 and C1 sets and DEL are not, line ends and tabs among them. A character that the limit
    /// cut in two decodes to the replacement character and is left out as well.
    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFFFD)
    }
}
