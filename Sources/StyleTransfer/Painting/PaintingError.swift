import Files

/// A picture that was not painted.
public enum PaintingError: UserFacingError, Equatable {
    /// The output is the photograph's own file.
    case replacesPhotograph(path: String)
    /// The caller's progress function answered false.
    case cancelled
    /// The library has no style of that id.
    case unknownStyle(id: String, nearest: String?)
    /// More pixels were asked for than a picture may have.
    case tooLarge(width: Int, height: Int, limit: Int)

    public var description: String {
        switch self {
        case .cancelled:
            "painting was cancelled; nothing was written"
        case .replacesPhotograph(let path):
            "will not overwrite the photograph \(printable(path)) with its own painting; choose another name"
        case .unknownStyle(let id, let nearest):
            if let nearest {
                "no style is called '\(printable(id))'; did you mean '\(nearest)'? `pastiche styles` lists them"
            } else {
                "no style is called '\(printable(id))'; `pastiche styles` lists them"
            }
        case .tooLarge(let width, let height, let limit):
            "cannot paint \(width) x \(height) pixels: the limit is \(limit / 1_000_000) megapixels; "
                + "ask for a smaller long side"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .cancelled: .systemError
        case .unknownStyle: .dataError
        case .replacesPhotograph, .tooLarge: .usage
        }
    }
}
