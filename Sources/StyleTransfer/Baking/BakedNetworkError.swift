import Files

/// A baked network that cannot be made or used.
public enum BakedNetworkError: UserFacingError, Equatable {
    /// The recipe leaves the photograph as it is.
    case nothingToBake
    /// The weights are of something else, perhaps a whole library.
    case foreign(path: String)
    case unknownVersion(path: String, version: String)
    case brokenRecipe(path: String)
    case severalRows(path: String, count: Int)

    public var description: String {
        switch self {
        case .nothingToBake:
            "there is nothing to bake: the mix has no style with a weight, or the strength is 0"
        case .foreign(let path):
            "\(printable(path)) is no network that pastiche baked; make one with `pastiche styles bake`"
        case .unknownVersion(let path, let version):
            "cannot use the baked network \(printable(path)): it has version '\(printable(version))', "
                + "this program reads \(BakedNetwork.currentVersion); update pastiche or bake it again"
        case .brokenRecipe(let path):
            "cannot use the baked network \(printable(path)): its metadata does not say how it paints; bake it again"
        case .severalRows(let path, let count):
            "cannot use the baked network \(printable(path)): it has \(count) rows of gamma and beta, not 1; bake it again"
        }
    }

    public var exitStatus: ExitStatus {
        self == .nothingToBake ? .usage : .dataError
    }
}
