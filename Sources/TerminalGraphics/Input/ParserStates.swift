// What the parser does with a byte in each state outside control strings and pastes.
extension TerminalInputParser {
    mutating func takeInGround(_ byte: UInt8, alternate: Bool) {
        switch byte {
        case 0x1B:
            state = .escape
            held = [0x1B]
        case 0x00..<0x20, 0x7F:
            events.append(.key(TerminalInput.Key(control: byte, alternate: alternate)))
        case 0x20..<0x7F:
            let character = Character(Unicode.Scalar(byte))
            events.append(.key(TerminalInput.Key(.character(character), alternate: alternate)))
        case 0xC2...0xF4:
            state = .character(missing: byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1)
            held.append(byte)
            hasEscapeBefore = alternate
        default:
            break  // Never the first byte of a character in UTF-8.
        }
    }

    mutating func takeInCharacter(_ byte: UInt8, missing: Int) {
        guard byte & 0xC0 == 0x80 else {
            restart(with: byte)
            return
        }
        held.append(byte)
        guard missing == 1 else {
            state = .character(missing: missing - 1)
            return
        }
        let text = String(validating: held, as: UTF8.self)
        // A C1 control is no text.
        if let character = text?.first, !(held[0] == 0xC2 && held[1] < 0xA0) {
            events.append(.key(TerminalInput.Key(.character(character), alternate: hasEscapeBefore)))
        }
        reset()
    }

    mutating func takeAfterEscape(_ byte: UInt8) {
        if byte == 0x1B {
            // rxvt sends Alt with a cursor key as `ESC ESC [ A`; of more, the first ones were Escape.
            if hasEscapeBefore { emit(.escape) }
            hasEscapeBefore = true
            return
        }
        held.append(byte)
        switch byte {
        case UInt8(ascii: "["):
            state = .controlSequence
        case UInt8(ascii: "O"):
            state = .singleShift
        case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            if hasEscapeBefore { emit(.escape) }
            hasEscapeBefore = false
            held.removeAll(keepingCapacity: true)
            state = .string(introducer: byte)
        default:
            if takeExtraKey() { return }
            if extraKeys.isBeginning(held) {
                state = .controlSequence
                return
            }
            let wasEscaped = hasEscapeBefore
            reset()
            if wasEscaped { emit(.escape) }
            takeInGround(byte, alternate: true)
        }
    }

    mutating func takeInControlSequence(_ byte: UInt8) {
        guard (0x20..<0x7F).contains(byte) else {
            restart(with: byte)
            return
        }
        hold(byte, limit: Self.sequenceLimit)
        if isOverlong {
            if byte >= 0x40 { reset() }
            return
        }
        if takeExtraKey() || extraKeys.isBeginning(held) { return }
        // The Linux console's F1 to F5 are `CSI [ A` to `CSI [ E`: there the bracket ends nothing.
        if held.count == 3, byte == UInt8(ascii: "[") { return }
        if held.count == 3, byte == UInt8(ascii: "M") {
            state = .legacyMouse
            return
        }
        if byte >= 0x40 { finishControlSequence() }
    }

    private mutating func finishControlSequence() {
        let body = held.dropFirst(2)
        let wasEscaped = hasEscapeBefore
        let isSequence = held[1] == UInt8(ascii: "[")
        defer { if state != .paste { reset() } }
        if body.count == 2, body.first == UInt8(ascii: "["), let letter = body.last {
            if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) {
                events.append(.key(TerminalInput.Key(.function(Int(letter) - 0x40), alternate: wasEscaped)))
            }
            return
        }
        guard isSequence, let sequence = ControlSequence(body) else { return }
        if var key = TerminalInput.Key(sequence) {
            key.alternate = key.alternate || wasEscaped
            events.append(.key(key))
            return
        }
        if wasEscaped { emit(.escape) }
        if sequence.marker == UInt8(ascii: "<") {
            if let mouse = TerminalInput.Mouse(sequence) { events.append(.mouse(mouse)) }
        } else if sequence.final == UInt8(ascii: "~"), sequence.marker == nil {
            // An unknown key is nothing; 200 opens a paste.
            if sequence.parameters == [200] {
                reset()
                state = .paste
            }
        } else {
            events.append(.reply(TerminalReply(sequence)))
        }
    }

    mutating func takeInSingleShift(_ byte: UInt8) {
        guard (0x20..<0x7F).contains(byte) else {
            restart(with: byte)
            return
        }
        hold(byte, limit: Self.sequenceLimit)
        if takeExtraKey() || extraKeys.isBeginning(held) { return }
        guard byte >= 0x40 else {
            // Only digits and semicolons, a modifier, may come before the letter.
            if !(0x30...0x3B).contains(byte) || isOverlong { reset() }
            return
        }
        let digits = held.dropFirst(2).dropLast().reversed().prefix { $0 != UInt8(ascii: ";") }
        let modifiers = digits.reversed().reduce(0) { min($0 * 10 + Int($1) - 0x30, 16) }
        if var key = TerminalInput.Key(singleShift: byte, modifiers: digits.isEmpty ? 1 : modifiers) {
            key.alternate = key.alternate || hasEscapeBefore
            events.append(.key(key))
        }
        reset()
    }

    mutating func takeInLegacyMouse(_ byte: UInt8) {
        guard byte >= 0x20 else {
            restart(with: byte)
            return
        }
        held.append(byte)
        guard held.count == 6 else { return }
        if let mouse = TerminalInput.Mouse(legacy: held.suffix(3)) { events.append(.mouse(mouse)) }
        reset()
    }

    /// Whether the held bytes are one of terminfo's keys; the key is then an event.
    private mutating func takeExtraKey() -> Bool {
        guard var key = extraKeys.key(held) else { return false }
        key.alternate = key.alternate || hasEscapeBefore
        events.append(.key(key))
        reset()
        return true
    }
}
