/// How commands of kitty's protocol reach the terminal.
public enum KittyPassage: String, Sendable {
    case direct
    /// Wrapped, so that tmux passes them on. The terminal shows a picture wherever it finds its placeholders
    /// (`KittyPlaceholders`), which tmux takes for text.
    case tmux

    var opening: [UInt8] { self == .direct ? Self.directOpening : Self.tmuxOpening }
    var closing: [UInt8] { self == .direct ? Self.directClosing : Self.tmuxClosing }

    private static let directOpening = Array("\u{1B}_G".utf8)
    private static let directClosing = Array("\u{1B}\\".utf8)
    // Within tmux's envelope each ESC is doubled.
    private static let tmuxOpening = Array("\u{1B}Ptmux;\u{1B}\u{1B}_G".utf8)
    private static let tmuxClosing = Array("\u{1B}\u{1B}\\\u{1B}\\".utf8)
}
