#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that could not be read or written.
public enum FileError: UserFacingError, Equatable {
    /// The file cannot be read; `code` is the `errno`.
    case cannotRead(path: String, code: Int32)
    /// The path names a folder, a socket or a device.
    case notAFile(path: String)
    /// The file is longer than `limit` bytes.
    case tooLarge(path: String, limit: Int)
    /// The file cannot be written; `code` is the `errno`.
    case cannotWrite(path: String, code: Int32)
    /// The path names a folder, a socket or a device, which no file takes the place of.
    case notReplaceable(path: String)
    /// The file is there already and may not be replaced.
    case exists(path: String)

    public var description: String {
        switch self {
        case .cannotRead(let path, let code):
            "cannot read \(printable(path)): \(reason(code)); check the path and its permissions"
        case .notAFile(let path):
            "cannot read \(printable(path)): it is not a regular file; name a file"
        case .tooLarge(let path, let limit):
            "cannot read \(printable(path)): it is longer than \(limit / 1_048_576) MiB; use a smaller file"
        case .cannotWrite(let path, let code):
            "cannot write \(printable(path)): \(reason(code)); choose another place"
        case .notReplaceable(let path):
            "cannot write \(printable(path)): what is there is not a regular file; name a file"
        case .exists(let path):
            "will not overwrite \(printable(path)): it exists; choose another name or pass --force"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .cannotRead(_, let code): code == EACCES ? .noPermission : .noInput
        case .notAFile: .noInput
        case .tooLarge: .dataError
        case .cannotWrite(_, let code): code == EACCES || code == EPERM ? .noPermission : .cannotCreate
        case .notReplaceable, .exists: .cannotCreate
        }
    }

    private func reason(_ code: Int32) -> String {
        String(cString: strerror(code)).lowercased()
    }
}
