import Files

/// A style of one's own that cannot be had.
public enum OwnStyleError: UserFacingError, Equatable {
    /// There is none of that name.
    case unknown(id: String, known: [String])
    /// The style of that name is the library's, which stays as it is.
    case shipped(id: String)
    /// The name is taken by the library.
    case taken(id: String)
    case badName(String)
    /// The file is no style; it stays as it is.
    case broken(path: String, reason: String)
    /// Another version of the program may know what to do with the file; it stays as it is.
    case unknownVersion(path: String, version: Int)
    /// The file cannot be opened and may be a good style; it stays as it is.
    case unreadable(path: String)
    /// Two files hold styles of one name, or the library has one of that name; this one is not used.
    case repeated(path: String, id: String)
    /// The style was learnt by another network than the library's.
    case otherNetwork(path: String, id: String)

    public var description: String {
        switch self {
        case .unknown(let id, let known):
            "there is no style of yours called '\(printable(id))'; "
                + (known.isEmpty ? "you have none yet" : "there are: \(known.joined(separator: ", "))")
        case .shipped(let id):
            "'\(id)' belongs to the library that ships with pastiche, which stays as it is; name a style of yours"
        case .taken(let id):
            "cannot call a style '\(id)': the library has one of that name; choose another name"
        case .badName(let name):
            "cannot call a style '\(printable(name))': a name is made of a-z, 0-9 and hyphens, "
                + "at most \(OwnStyle.idLimit) of them"
        case .broken(let path, let reason):
            "cannot use the style \(printable(path)): \(reason); get a fresh copy of the file"
        case .unknownVersion(let path, let version):
            "cannot use the style \(printable(path)): it has version \(version), "
                + "this program reads \(OwnStyle.currentVersion); update pastiche"
        case .unreadable(let path):
            "cannot use the style \(printable(path)): it cannot be read; check its permissions"
        case .repeated(let path, let id):
            "cannot use the style \(printable(path)): another one is called '\(id)' too; "
                + "import it with --name, or remove it"
        case .otherNetwork(let path, let id):
            "cannot use the style \(printable(path)): '\(id)' was learnt by another network than this library's; "
                + "learn it again from its picture"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .unknown, .unreadable: .noInput
        case .shipped, .taken, .badName: .usage
        case .broken, .unknownVersion, .repeated, .otherNetwork: .dataError
        }
    }
}
