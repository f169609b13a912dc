/// What comes from a terminal: keys, the mouse, and its answers to questions.
public enum TerminalInput: Sendable, Equatable {
    case key(Key)
    case mouse(Mouse)
    /// Text pasted in one piece (bracketed paste).
    case paste(String)
    case reply(TerminalReply)

    /// A key with its modifiers. Letters with shift are the capital letter, without `shift`.
    public struct Key: Sendable, Hashable {
        public enum Code: Sendable, Hashable {
            case character(Character)
            case up, down, left, right
            case home, end, pageUp, pageDown, insert, delete
            case enter, tab, backTab, backspace, escape
            case function(Int)
        }
        public var code: Code
        public var control: Bool
        public var alternate: Bool
        public var shift: Bool

        public init(_ code: Code, control: Bool = false, alternate: Bool = false, shift: Bool = false) {
            self.code = code
            self.control = control
            self.alternate = alternate
            self.shift = shift
        }
    }

    /// A mouse event (SGR protocol); cells count from 0.
    public struct Mouse: Sendable, Equatable {
        public enum Action: Sendable, Equatable { case press, drag, release, scrollUp, scrollDown }
        public var action: Action
        public var row: Int
        public var column: Int

        public init(_ action: Action, row: Int, column: Int) {
            self.action = action
            self.row = row
            self.column = column
        }
    }
}

/// A terminal's answer to one of the questions of `TerminalProbe`.
public enum TerminalReply: Sendable, Equatable {
    /// DA1: the attributes after the first number; 4 means sixel.
    case primaryAttributes([Int])
    /// `CSI 6 ; h ; w t`: a cell's pixels.
    case cellSize(TerminalCapabilities.Size)
    /// `CSI 4 ; h ; w t`: the text area's pixels.
    case windowSize(TerminalCapabilities.Size)
    /// XTSMGRAPHICS 1: colour registers.
    case sixelRegisters(Int)
    /// XTSMGRAPHICS 2: the largest sixel picture.
    case sixelLimit(TerminalCapabilities.Size)
    /// DECRPM: whether a private mode is known.
    case mode(number: Int, isKnown: Bool)
    /// kitty's graphics protocol: whether the picture that was asked about could be shown.
    case kittyGraphics(isKnown: Bool)
    /// DSR: the terminal has come as far as the question.
    case ready
    /// OSC 11: the ground on which text stands.
    case ground(isLight: Bool)
    /// XTVERSION.
    case version(String)
    /// A well-formed answer that nothing here asked for.
    case other
}
