/// The terminal modes of an interactive program, entered and left as a whole.
///
/// The alternate screen is left out, because its sequences are terminfo's to say (`smcup`, `rmcup`). Both sequences
/// are plain bytes, so that a signal handler can hold them.
public struct TerminalModes: Sendable, Equatable {
    /// Buttons, motion while one is held, and the wheel (1002), in decimal reports (1006).
    public var mouse: Bool
    /// Pasted text comes between marks (2004).
    public var bracketedPaste: Bool
    /// The cursor does not show (25).
    public var hiddenCursor: Bool
    /// Cursor keys and keypad send what terminfo says they do (DECCKM, DECKPAM).
    public var applicationKeypad: Bool

    public init(
        mouse: Bool = true, bracketedPaste: Bool = true, hiddenCursor: Bool = true, applicationKeypad: Bool = true
    ) {
        self.mouse = mouse
        self.bracketedPaste = bracketedPaste
        self.hiddenCursor = hiddenCursor
        self.applicationKeypad = applicationKeypad
    }

    public var enterSequence: [UInt8] {
        var text = ""
        if applicationKeypad { text += "\u{1B}[?1h\u{1B}=" }
        if bracketedPaste { text += "\u{1B}[?2004h" }
        if mouse { text += "\u{1B}[?1002h\u{1B}[?1006h" }
        if hiddenCursor { text += "\u{1B}[?25l" }
        return Array(text.utf8)
    }

    /// Begins by ending what may be half written, a control string (ST) or a held frame (2026).
    public var leaveSequence: [UInt8] {
        var text = "\u{1B}\\\u{1B}[?2026l"
        if mouse { text += "\u{1B}[?1006l\u{1B}[?1002l" }
        if bracketedPaste { text += "\u{1B}[?2004l" }
        if applicationKeypad { text += "\u{1B}[?1l\u{1B}>" }
        text += "\u{1B}[0m"
        if hiddenCursor { text += "\u{1B}[?25h" }
        return Array(text.utf8)
    }
}
