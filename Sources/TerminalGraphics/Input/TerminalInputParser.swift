/// Turns the bytes that a terminal sends into keys, mouse events, pastes and answers.
///
/// Bytes may come in any portions; the same bytes give the same events however they are cut. Answers are known
/// at any time, asked for or not, so that none is ever typed into the program. What is malformed disappears.
/// Memory is bounded: a control string keeps 4096 bytes at most, a paste 65 536.
///
/// A lone `ESC` is the one thing that only time can tell from the beginning of a sequence. Where
/// `isAwaitingFlush` is true after `parse`, and no byte came for some 50 ms, call `flush`.
public struct TerminalInputParser: Sendable {
    enum State: Sendable, Equatable {
        case ground
        /// Inside a character of several bytes.
        case character(missing: Int)
        /// After `ESC`.
        case escape
        /// After `CSI`; `held` collects the bytes after it.
        case controlSequence
        /// After `SS3`.
        case singleShift
        /// In the three bytes after `CSI M`.
        case legacyMouse
        /// In a control string; `introducer` is the byte after `ESC` that opened it.
        case string(introducer: UInt8)
        /// After `ESC` in a control string: its end, if a backslash follows.
        case stringEscape(introducer: UInt8)
        /// Between the marks of a bracketed paste.
        case paste
    }

    static let sequenceLimit = 256
    static let stringLimit = 4096
    static let pasteLimit = 65_536
    static let pasteEnd = Array("\u{1B}[201~".utf8)

    var state = State.ground
    /// The bytes of what is not complete: all from `ESC` on in sequences, the payload in strings and pastes.
    var held: [UInt8] = []
    /// Whether more bytes came than are kept; what they belong to is dropped at its end.
    var isOverlong = false
    /// Whether `ESC` came before the sequence or character at hand.
    var hasEscapeBefore = false
    /// How much of `pasteEnd` was just seen.
    var pasteEndMatched = 0
    var events: [TerminalInput] = []
    let extraKeys: ExtraKeys

    /// - Parameter keySequences: what this terminal's keys send, from terminfo, beside the sequences known here.
    ///   Only sequences of two bytes and more that begin with `ESC` count; they go before those known here.
    public init(keySequences: [[UInt8]: TerminalInput.Key] = [:]) {
        extraKeys = ExtraKeys(keySequences)
    }

    /// Whether bytes are held that `flush` would turn into a key.
    public var isAwaitingFlush: Bool {
        switch state {
        case .escape: true
        case .controlSequence, .singleShift: held.count == 2
        case .string: held.isEmpty && !isOverlong
        default: false
        }
    }

    /// Takes bytes and returns the events that they complete.
    public mutating func parse(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
        for byte in bytes { take(byte) }
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    /// Tells that no more bytes came for a while: a held `ESC` is the Escape key, and `ESC [` was Alt and a bracket.
    ///
    /// A longer sequence stays held: it is an answer on its way over a slow line.
    public mutating func flush() -> [TerminalInput] {
        guard isAwaitingFlush else { return [] }
        switch state {
        case .controlSequence, .singleShift: emitAlternate(held[1])
        case .string(let introducer): emitAlternate(introducer)
        default:
            if hasEscapeBefore { emit(.escape) }
            emit(.escape)
        }
        reset()
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeInGround(byte, alternate: false)
        case .character(let missing): takeInCharacter(byte, missing: missing)
        case .escape: takeAfterEscape(byte)
        case .controlSequence: takeInControlSequence(byte)
        case .singleShift: takeInSingleShift(byte)
        case .legacyMouse: takeInLegacyMouse(byte)
        case .string(let introducer): takeInString(byte, introducer: introducer)
        case .stringEscape(let introducer): takeAfterStringEscape(byte, introducer: introducer)
        case .paste: takeInPaste(byte)
        }
    }

    mutating func reset() {
        state = .ground
        held.removeAll(keepingCapacity: true)
        isOverlong = false
        hasEscapeBefore = false
        pasteEndMatched = 0
    }

    /// Forgets what is held and takes a byte as the first of something new.
    mutating func restart(with byte: UInt8) {
        reset()
        takeInGround(byte, alternate: false)
    }

    mutating func emit(_ code: TerminalInput.Key.Code) {
        events.append(.key(TerminalInput.Key(code)))
    }

    private mutating func emitAlternate(_ byte: UInt8) {
        if hasEscapeBefore { emit(.escape) }
        events.append(.key(TerminalInput.Key(.character(Character(Unicode.Scalar(byte))), alternate: true)))
    }

    mutating func hold(_ byte: UInt8, limit: Int) {
        if held.count < limit { held.append(byte) } else { isOverlong = true }
    }
}
