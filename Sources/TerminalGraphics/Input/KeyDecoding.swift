extension TerminalInput.Key {
    /// The key that a control sequence stands for, if it is one: xterm's cursor and function keys, the editing
    /// pad, xterm's modifyOtherKeys and the `CSI u` form.
    init?(_ sequence: ControlSequence) {
        guard sequence.marker == nil, sequence.intermediates.isEmpty else { return nil }
        let modifiers = sequence.parameter(1, missing: 1)
        switch sequence.final {
        case UInt8(ascii: "~"):
            if sequence.parameter(0) == 27, sequence.parameters.count == 3 {
                self.init(codePoint: sequence.parameter(2), modifiers: modifiers)
                return
            }
            guard let code = Self.pad(sequence.parameter(0)) else { return nil }
            self.init(code, modifiers: modifiers)
        case UInt8(ascii: "u"):
            guard !sequence.parameters.isEmpty else { return nil }
            self.init(codePoint: sequence.parameter(0), modifiers: modifiers)
        case UInt8(ascii: "Z"):
            self.init(.backTab)
        default:
            // `CSI row ; column R` is also how a terminal reports its cursor: F3 has 1 and a modifier.
            guard sequence.parameter(0, missing: 1) == 1, modifiers <= 16 else { return nil }
            guard let code = Self.cursor(sequence.final) else { return nil }
            self.init(code, modifiers: modifiers)
        }
    }

    /// The key of `SS3 final` (`ESC O`), with the modifier that some terminals put between.
    init?(singleShift final: UInt8, modifiers: Int) {
        if let code = Self.cursor(final) {
            self.init(code, modifiers: modifiers)
            return
        }
        switch final {
        case UInt8(ascii: "M"): self.init(.enter, modifiers: modifiers)
        case UInt8(ascii: "I"): self.init(.tab, modifiers: modifiers)
        case UInt8(ascii: "X"): self.init(.character("="), modifiers: modifiers)
        // The numeric keypad in application mode: `j` is `*`, and so on to `y`, which is `9`.
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            self.init(.character(Character(Unicode.Scalar(final - 0x40))), modifiers: modifiers)
        default: return nil
        }
    }

    /// A key from one byte of the C0 set, or DEL.
    ///
    /// Line feed is Enter, because it is what Enter sends where the terminal driver translates it.
    init(control byte: UInt8, alternate: Bool = false) {
        switch byte {
        case 0x08, 0x7F: self.init(.backspace, alternate: alternate)
        case 0x09: self.init(.tab, alternate: alternate)
        case 0x0A, 0x0D: self.init(.enter, alternate: alternate)
        case 0x1B: self.init(.escape, alternate: alternate)
        case 0x00: self.init(.character(" "), control: true, alternate: alternate)
        case 0x01...0x1A:
            self.init(.character(Character(Unicode.Scalar(byte + 0x60))), control: true, alternate: alternate)
        default: self.init(.character(Character(Unicode.Scalar(byte + 0x40))), control: true, alternate: alternate)
        }
    }

    /// xterm's modifier parameter is 1 more than the sum of shift 1, alt 2, control 4 and meta 8.
    private init(_ code: Code, modifiers: Int) {
        let bits = max(modifiers - 1, 0)
        let shift = bits & 1 != 0
        if code == .tab, shift {
            self.init(.backTab, control: bits & 4 != 0, alternate: bits & 10 != 0)
        } else {
            self.init(code, control: bits & 4 != 0, alternate: bits & 10 != 0, shift: shift)
        }
    }

    /// A key that was sent as its character's number.
    private init?(codePoint: Int, modifiers: Int) {
        guard codePoint > 0, let scalar = Unicode.Scalar(UInt32(codePoint)) else { return nil }
        switch scalar.value {
        case 0x08, 0x7F: self.init(.backspace, modifiers: modifiers)
        case 0x09: self.init(.tab, modifiers: modifiers)
        case 0x0A, 0x0D: self.init(.enter, modifiers: modifiers)
        case 0x1B: self.init(.escape, modifiers: modifiers)
        // Other controls, and the private area where this form numbers keys that nothing here is bound to.
        case 0x00..<0x20, 0x80..<0xA0, 0xE000...0xF8FF: return nil
        default:
            self.init(.character(Character(scalar)), modifiers: modifiers)
            guard case .character(let character) = code else { return }
            if shift, character.isLowercase, let capital = character.uppercased().first {
                code = .character(capital)
            }
            shift = false
            if control, let letter = Character(scalar).lowercased().first { code = .character(letter) }
        }
    }

    private static func cursor(_ final: UInt8) -> Code? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
        default: nil
        }
    }

    /// The DEC editing and function keys; the numbers have gaps where the VT220's keyboard had them.
    private static func pad(_ number: Int) -> Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }
}
