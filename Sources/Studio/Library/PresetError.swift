import Files

/// A preset that cannot be had.
public enum PresetError: UserFacingError, Equatable {
    case unknown(name: String, known: [String])
    /// The file is no preset; it stays as it is.
    case broken(path: String, reason: String)
    /// Another version of the program may know what to do with the file; it stays as it is.
    case unknownVersion(path: String, version: Int)
    /// The file cannot be opened and may be a good preset; it stays as it is.
    case unreadable(path: String)
    /// The file is no preset and was renamed, so that it is neither read again nor lost.
    case setAside(path: String, reason: String, kept: String)
    /// Two files hold presets of the same name; this one is not used.
    case repeated(path: String, name: String)
    case badName(String)

    public var description: String {
        switch self {
        case .unknown(let name, let known):
            "there is no preset '\(printable(name))'; "
                + (known.isEmpty ? "none was saved yet" : "there are: \(known.map(printable).joined(separator: ", "))")
        case .broken(let path, let reason):
            "cannot use the preset \(printable(path)): \(reason); mend the file"
        case .unknownVersion(let path, let version):
            "cannot use the preset \(printable(path)): it has version \(version), "
                + "this program reads \(Preset.currentVersion); "
                + (version > Preset.currentVersion ? "update pastiche" : "write version = \(Preset.currentVersion)")
        case .unreadable(let path):
            "cannot use the preset \(printable(path)): it cannot be read; check its permissions"
        case .setAside(let path, let reason, let kept):
            "cannot use the preset \(printable(path)): \(reason); it was set aside as \(printable(kept))"
        case .repeated(let path, let name):
            "cannot use the preset \(printable(path)): another one is called '\(printable(name))' too; rename one"
        case .badName(let name):
            "cannot call a preset '\(printable(name))': a name is one line of at most \(Preset.nameLimit) characters"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .unknown: .noInput
        case .broken, .unknownVersion, .setAside, .repeated: .dataError
        case .unreadable: .noInput
        case .badName: .usage
        }
    }
}
