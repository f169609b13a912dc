import Files

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal that cannot be used as asked, or a setting about it that says nothing known.
public enum TerminalError: UserFacingError, Equatable {
    /// The descriptor is no terminal.
    case notATerminal
    /// Reading, writing or setting modes failed; `code` is the `errno`.
    case failed(action: String, code: Int32)
    /// A variable or option has a value that is none of the allowed ones.
    case unknownSetting(name: String, value: String, allowed: [String])
    /// libsixel refused; `reason` is its own text.
    case sixelFailed(reason: String)
    /// A picture could not be made into a file for the terminal; `reason` says it whole.
    case fileFailed(reason: String)
    /// The caller did not want a picture any more.
    case cancelled

    public var description: String {
        switch self {
        case .notATerminal:
            "standard input or output is not a terminal; run this in a terminal, without redirection"
        case .failed(let action, let code):
            "cannot \(action) the terminal: \(String(cString: strerror(code)).lowercased()); try again in another one"
        case .unknownSetting(let name, let value, let allowed):
            "\(name) is \"\(printable(value))\"; it can be \(allowed.joined(separator: ", "))"
        case .fileFailed(let reason): printable(reason)
        case .cancelled: "the picture was given up for a newer one"
        case .sixelFailed(let reason):
            "cannot encode the picture as sixel: \(printable(reason)); use --graphics blocks"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .notATerminal: .unavailable
        case .failed: .inputOutput
        case .unknownSetting: .configuration
        case .sixelFailed, .fileFailed, .cancelled: .software
        }
    }
}
