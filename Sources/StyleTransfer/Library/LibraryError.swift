import Files

/// A style library that cannot be used.
public enum LibraryError: UserFacingError, Equatable {
    /// The program lost the library that it ships with.
    case notInstalled
    /// The catalogue is no JSON or says something impossible.
    case broken(path: String, reason: String)
    /// The catalogue has a version that this program does not read.
    case unknownVersion(path: String, version: Int)
    case repeatedStyle(path: String, id: String)
    /// The catalogue names a row that the network lacks.
    case rowOutOfRange(path: String, id: String, row: Int, count: Int)

    public var description: String {
        switch self {
        case .notInstalled:
            "the style library is missing beside the program; install pastiche again"
        case .broken(let path, let reason):
            "cannot use the style library \(printable(path)): \(reason); mend the catalogue"
        case .unknownVersion(let path, let version):
            "cannot use the style library \(printable(path)): it has version \(version), "
                + "this program reads \(Catalogue.currentVersion); "
                + (version > Catalogue.currentVersion ? "update pastiche" : "export the library again")
        case .repeatedStyle(let path, let id):
            "cannot use the style library \(printable(path)): two styles are called '\(id)'; rename one"
        case .rowOutOfRange(let path, let id, let row, let count):
            "cannot use the style library \(printable(path)): '\(id)' names row \(row), "
                + "the network has \(count); export catalogue and network together"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .notInstalled: .unavailable
        case .broken, .unknownVersion, .repeatedStyle, .rowOutOfRange: .dataError
        }
    }
}
