import Files

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why the studio cannot open, or had to close.
public enum StudioError: UserFacingError, Equatable {
    /// Standard input or output is not a terminal.
    case noTerminal
    /// `TERM` is unset or names a terminal that terminfo does not know.
    case unknownTerminal(name: String)
    /// The terminal of that name can only write line after line.
    case simpleTerminal(name: String)
    /// The system refused something; `code` is the `errno`.
    case system(String, code: Int32)

    public var description: String {
        switch self {
        case .noTerminal:
            "the studio needs a terminal for its input and output; use `pastiche render` in scripts"
        case .unknownTerminal(let name) where name.isEmpty:
            "the studio cannot draw: TERM is not set; set it to your terminal's name, such as xterm-256color"
        case .unknownTerminal(let name):
            "the studio cannot draw: terminfo does not know the terminal '\(printable(name))'; "
                + "set TERM to one it knows, such as xterm-256color"
        case .simpleTerminal(let name):
            "the studio cannot draw: a terminal of the kind '\(printable(name))' cannot place its cursor; "
                + "set TERM to what it is, or use `pastiche render`"
        case .system(let what, let code):
            "\(what): \(String(cString: strerror(code)).lowercased())"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .noTerminal: .usage
        case .unknownTerminal, .simpleTerminal: .unavailable
        case .system: .systemError
        }
    }
}
