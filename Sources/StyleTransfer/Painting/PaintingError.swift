import Files

/// A picture that was not painted.
public enum PaintingError: UserFacingError, Equatable {
    /// The caller's progress function answered false.
    case cancelled
    /// The library has no style of that id.
    case unknownStyle(id: String, nearest: String?)

    public var description: String {
        switch self {
        case .cancelled:
            "painting was cancelled; nothing was written"
        case .unknownStyle(let id, let nearest):
            if let nearest {
                "no style is called '\(printable(id))'; did you mean '\(nearest)'? `pastiche styles` lists them"
            } else {
                "no style is called '\(printable(id))'; `pastiche styles` lists them"
            }
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .cancelled: .systemError
        case .unknownStyle: .dataError
        }
    }
}
