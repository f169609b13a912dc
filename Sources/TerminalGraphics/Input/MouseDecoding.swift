extension TerminalInput.Mouse {
    /// An SGR mouse report, `CSI < button ; column ; row M` or `m` for a release (mode 1006).
    init?(_ sequence: ControlSequence) {
        guard sequence.marker == UInt8(ascii: "<"), sequence.intermediates.isEmpty, sequence.parameters.count == 3
        else { return nil }
        let isRelease = sequence.final == UInt8(ascii: "m")
        guard isRelease || sequence.final == UInt8(ascii: "M") else { return nil }
        self.init(
            button: sequence.parameter(0), isRelease: isRelease, column: sequence.parameter(1),
            row: sequence.parameter(2))
    }

    /// The older report of terminals without mode 1006: three bytes after `CSI M`, each 32 more than its value.
    init?(legacy bytes: some Collection<UInt8>) {
        let values = bytes.map { Int($0) - 32 }
        guard values.count == 3 else { return nil }
        let isRelease = values[0] & 3 == 3 && values[0] & 0x40 == 0
        self.init(
            button: isRelease ? values[0] & ~3 : values[0], isRelease: isRelease, column: values[1], row: values[2])
    }

    /// Shift (4), alt (8) and control (16) are no part of the button; 32 marks motion, 64 the wheel.
    /// Buttons other than the left one, and motion without a button, are nothing to this program.
    private init?(button: Int, isRelease: Bool, column: Int, row: Int) {
        guard column > 0, row > 0 else { return nil }
        let action: Action
        switch (button & ~0x1C, isRelease) {
        case (0, true), (32, true): action = .release
        case (0, false): action = .press
        case (32, false): action = .drag
        case (64, false): action = .scrollUp
        case (65, false): action = .scrollDown
        default: return nil
        }
        self.init(action, row: row - 1, column: column - 1)
    }
}
