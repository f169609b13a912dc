import Files

/// A colour theme that cannot be used.
public enum ThemeError: UserFacingError, Equatable {
    case unknown(name: String, known: [String])
    case broken(path: String, reason: String)

    public var description: String {
        switch self {
        case .unknown(let name, let known):
            "there is no theme '\(printable(name))'; there are: \(known.map(printable).joined(separator: ", "))"
        case .broken(let path, let reason):
            "cannot use \(printable(path)): \(reason); mend the file"
        }
    }

    public var exitStatus: ExitStatus { .configuration }
}
