#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What tmux says of the terminal around it, and of what it passes on to it.
public struct TmuxClient: Sendable, Equatable {
    /// Whether tmux passes on what is wrapped for the terminal (its option `allow-passthrough`, off unless set).
    public var passesOn: Bool
    /// Whether tmux knows that the terminal has 16 million colours; it rounds them to 256 otherwise, and sees to neither
    /// dots nor contrast.
    public var hasTruecolour: Bool
    /// What the terminal called itself when tmux asked (XTVERSION); empty if it did not.
    public var terminal: String

    public init(passesOn: Bool, hasTruecolour: Bool, terminal: String) {
        self.passesOn = passesOn
        self.hasTruecolour = hasTruecolour
        self.terminal = terminal
    }

    /// Reads what `question` brings.
    package init?(answer: String) {
        let line = answer.split(whereSeparator: \.isNewline).first ?? ""
        let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        // A flag in tmux 3.3, a choice since.
        passesOn = ["1", "on", "all"].contains(parts[0])
        hasTruecolour = parts[1].split(separator: ",").contains("RGB")
        terminal = String(parts[2])
    }

    /// Asks tmux by its own command, which takes a few milliseconds; nil outside of tmux or if there is no answer.
    public static func ask(environment: [String: String]) -> TmuxClient? {
        guard TerminalEnvironment(environment).isTmux, let pipe = popen(question, "r") else { return nil }
        defer { pclose(pipe) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = fread(&bytes, 1, bytes.count, pipe)
        return TmuxClient(answer: String(decoding: bytes[..<count], as: UTF8.self))
    }

    /// An unknown option, before tmux 3.3, is empty.
    private static let question =
        "tmux display-message -p -t \"$TMUX_PANE\" "
        + "'#{allow-passthrough}|#{client_termfeatures}|#{client_termtype}' 2>/dev/null </dev/null"

    /// Whether pictures can be shown by kitty's placeholders.
    var showsPlaceholders: Bool {
        guard passesOn else { return false }
        let name = terminal.lowercased()
        return Self.knowing.contains { beginning, version in
            name.hasPrefix(beginning) && Self.isVersion(name.dropFirst(beginning.count), atLeast: version)
        }
    }

    /// Terminals with placeholders, and since when.
    private static let knowing: [(beginning: String, version: [Int])] = [("kitty", [0, 28]), ("ghostty", [1, 0])]

    /// Whether the first number with points in a text is at least that version.
    private static func isVersion(_ text: Substring, atLeast least: [Int]) -> Bool {
        let start = text.drop { !$0.isNumber }
        let numbers = start.prefix { $0.isNumber || $0 == "." }.split(separator: ".").map { Int($0) ?? 0 }
        return !numbers.isEmpty && !numbers.lexicographicallyPrecedes(least)
    }
}
