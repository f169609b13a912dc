import Files

/// A file of the studio's own keeping that cannot be used. `what` says which: "the favourites", "the session".
public enum KeptFileError: UserFacingError, Equatable {
    /// The file is not what it should be; it stays as it is.
    case broken(what: String, path: String, reason: String)
    /// The file is not what it should be and was renamed, so that it is neither read again nor lost.
    case setAside(what: String, path: String, reason: String, kept: String)
    /// A later version of the program wrote the file; it stays as it is and is not written to.
    case laterVersion(what: String, path: String, version: Int)

    public var description: String {
        switch self {
        case .broken(let what, let path, let reason):
            "cannot use \(what) in \(printable(path)): \(reason); mend or remove the file"
        case .setAside(let what, let path, let reason, let kept):
            "cannot use \(what) in \(printable(path)): \(reason); the file was set aside as \(printable(kept))"
        case .laterVersion(let what, let path, let version):
            "cannot use \(what) in \(printable(path)): a later pastiche wrote it (version \(version)); update pastiche"
        }
    }

    public var exitStatus: ExitStatus { .dataError }

    /// Sets a broken file aside; the answer says what became of it.
    static func settingAside(what: String, path: String, reason: String) -> KeptFileError {
        guard let kept = Files.setAside(path) else { return .broken(what: what, path: path, reason: reason) }
        return .setAside(what: what, path: path, reason: reason, kept: kept)
    }
}
