/// What the environment variables say about the terminal.
struct TerminalEnvironment: Sendable, Equatable {
    private let variables: [String: String]

    init(_ variables: [String: String]) {
        self.variables = variables
    }

    private var term: String { variables["TERM"] ?? "" }

    private func isSet(_ name: String) -> Bool { !(variables[name] ?? "").isEmpty }

    /// GNU screen sets STY. Within a tmux that was started inside it, TMUX counts.
    var isScreen: Bool { isSet("STY") && !isSet("TMUX") }
    var isTmux: Bool { isSet("TMUX") }
    var isRemote: Bool { isSet("SSH_CONNECTION") || isSet("SSH_TTY") }
    var isLinuxConsole: Bool { term == "linux" }

    /// Whether questions make sense.
    var canBeAsked: Bool { !has(.asksNothing) }

    /// What is known of this terminal.
    ///
    /// - Parameter name: what it calls itself, once it said so.
    func quirks(name: String?) -> [TerminalQuirk] {
        TerminalQuirk.all.filter { isTerminal($0.terminal, name: name) }
    }

    func has(_ effect: TerminalQuirk.Effect, name: String? = nil) -> Bool {
        TerminalQuirk.all.contains { $0.effect == effect && isTerminal($0.terminal, name: name) }
    }

    private func isTerminal(_ terminal: TerminalQuirk.Terminal, name: String?) -> Bool {
        switch terminal {
        case .dumb: term.isEmpty || term == "dumb"
        case .linuxConsole: isLinuxConsole
        case .gnuScreen: isScreen
        case .tmux: isTmux
        case .apple: program == "Apple_Terminal"
        case .named(let beginning): (name ?? signature)?.lowercased().hasPrefix(beginning) == true
        }
    }

    /// The program that signed the environment; a multiplexer in between hides it.
    private var program: String? { isTmux || isScreen ? nil : variables["TERM_PROGRAM"] }

    /// The name of a terminal that signs the environment, as it would give it itself. iTerm2's second signature
    /// comes along over SSH.
    private var signature: String? {
        if isTmux || isScreen { return nil }
        return program == "iTerm.app" || variables["LC_TERMINAL"] == "iTerm2" ? "iTerm2" : program
    }

    /// The colours of text. `NO_COLOR` (no-color.org) goes before all others.
    var colours: TerminalCapabilities.ColourDepth {
        if isSet("NO_COLOR") || term.isEmpty || term == "dumb" { return .monochrome }
        if has(.avoidsTruecolour) { return term.contains("256color") ? .indexed : .sixteen }
        if isLinuxConsole { return .sixteen }
        let colourTerm = variables["COLORTERM"] ?? ""
        if colourTerm == "truecolor" || colourTerm == "24bit" || term.contains("-direct") { return .truecolour }
        if let program, Self.truecolourPrograms.contains(program) {
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
