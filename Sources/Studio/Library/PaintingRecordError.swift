import Files

/// A picture that does not say how it was painted.
public enum PaintingRecordError: UserFacingError, Equatable {
    /// The picture is a photograph, or a painting whose recipe was left out or lost.
    case missing(path: String)
    case broken(path: String, reason: String)
    case unknownVersion(path: String, version: Int)

    public var description: String {
        switch self {
        case .missing(let path):
            "there is no recipe in \(printable(path)): it was not painted by pastiche, or its recipe was left out; "
                + "open it as a photograph"
        case .broken(let path, let reason):
            "cannot use the recipe in \(printable(path)): \(reason); open it as a photograph"
        case .unknownVersion(let path, let version):
            "cannot use the recipe in \(printable(path)): it has version \(version), "
                + "this program reads \(PaintingRecord.currentVersion); update pastiche"
        }
    }

    public var exitStatus: ExitStatus { .dataError }
}
