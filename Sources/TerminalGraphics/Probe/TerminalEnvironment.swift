/// What the environment variables say about the terminal.
struct TerminalEnvironment: Sendable, Equatable {
    private let variables: [String: String]

    init(_ variables: [String: String]) {
        self.variables = variables
    }

    private var term: String { variables["TERM"] ?? "" }

    private func isSet(_ name: String) -> Bool { !(variables[name] ?? "").isEmpty }

    /// GNU screen sets STY and passes no pictures on. Within a tmux that was started inside it, TMUX counts.
    var isScreen: Bool { isSet("STY") && !isSet("TMUX") }
    var isTmux: Bool { isSet("TMUX") }
    var isRemote: Bool { isSet("SSH_CONNECTION") || isSet("SSH_TTY") }
    var isLinuxConsole: Bool { term == "linux" }
    var isAppleTerminal: Bool { variables["TERM_PROGRAM"] == "Apple_Terminal" && !isTmux }

    /// Whether questions make sense: a dumb terminal would show them, and of GNU screen and the Linux console
    /// the answers are known.
    var canBeAsked: Bool { !term.isEmpty && term != "dumb" && !isLinuxConsole && !isScreen }

    /// The colours of text. `NO_COLOR` (no-color.org) goes before all others.
    var colours: TerminalCapabilities.ColourDepth {
        if isSet("NO_COLOR") || term.isEmpty || term == "dumb" { return .monochrome }
        // GNU screen inherits the outer terminal's COLORTERM and, before version 5, garbles such colours.
        if isScreen { return term.contains("256color") ? .indexed : .sixteen }
        if isLinuxConsole { return .sixteen }
        let colourTerm = variables["COLORTERM"] ?? ""
        if colourTerm == "truecolor" || colourTerm == "24bit" || term.contains("-direct") { return .truecolour }
        if !isTmux, let program = variables["TERM_PROGRAM"], Self.truecolourPrograms.contains(program) {
            return .truecolour
        }
        if Self.truecolourTerms.contains(where: { term.hasPrefix($0) }) { return .truecolour }
        if term.contains("256color") || term.hasPrefix("mlterm") { return .indexed }
        if term.hasPrefix("vt") || term.hasSuffix("-mono") { return .monochrome }
        return .sixteen
    }

    /// The symbols that this terminal's font can be expected to have.
    var symbols: TerminalCapabilities.Symbols {
        // Without any locale, as in many containers, UTF-8 is what a terminal of today speaks.
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? "UTF-8"
        let encoding = locale.lowercased()
        guard encoding.contains("utf-8") || encoding.contains("utf8") else { return .ascii }
        return isLinuxConsole || term.hasPrefix("vt") ? .halves : .quadrants
    }

    private static let truecolourPrograms: Set = ["iTerm.app", "WezTerm", "vscode", "ghostty", "mintty", "rio"]
    private static let truecolourTerms = [
        "foot", "alacritty", "xterm-kitty", "xterm-ghostty", "wezterm", "contour", "rio",
    ]
}
