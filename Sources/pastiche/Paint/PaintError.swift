import Files

/// A painting by optimisation that cannot begin.
enum PaintError: UserFacingError, Equatable {
    /// The network of the library knows the style; its picture does not ship.
    case pictureNeeded(style: String)
    case overwritesStyle(path: String, picture: String)
    case overwritesPainting(path: String)
    /// No perceptual network ships with the program.
    case perceptualMissing

    var description: String {
        switch self {
        case .pictureNeeded(let style):
            "the fast network knows '\(printable(style))', but its picture is needed here: --style \(printable(style)):PICTURE"
        case .overwritesStyle(let path, let picture):
            "will not overwrite the style's picture \(printable(picture)) with the painting \(printable(path)); "
                + "choose another name"
        case .overwritesPainting(let path):
            "cannot write both the painting and its losses to \(printable(path)); choose another name for one"
        case .perceptualMissing:
            "the perceptual network is missing beside the program; "
                + "name VGG-19's weights (safetensors) with --perceptual, or install pastiche again"
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .perceptualMissing: .unavailable
        default: .usage
        }
    }
}
