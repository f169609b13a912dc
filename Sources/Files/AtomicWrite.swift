#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes a file whole or not at all: into a temporary file in the same folder, synced, renamed.
///
/// A reader sees the old file or the new one, never a part; after an error nothing is left behind.
/// - Parameters:
///   - bytes: the whole content.
///   - path: where it goes.
///   - replacingExisting: if false, an existing file is kept and `FileError.exists` thrown.
public func writeAtomically(
    _ bytes: [UInt8], to path: String, replacingExisting: Bool = true
) throws(FileError) {
    let existing = try replaceableFile(at: path, replacingExisting: replacingExisting)
    // A link stays a link: what it points to is what gets replaced.
    let target = existing == nil ? path : resolvedPath(path)
    let temporary = folder(of: target) + "/.pastiche-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }

    var code = writeWhole(bytes, to: descriptor)
    if let existing, code == 0, fchmod(descriptor, existing.st_mode & 0o7777) != 0 { code = errno }
    if code == 0 && fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0 && code == 0 { code = errno }
    if code == 0 {
        code = replacingExisting ? replace(target, by: temporary) : claim(target, for: temporary)
    }
    if code != 0 {
        unlink(temporary)
        if code == EEXIST { throw .exists(path: path) }
        throw .cannotWrite(path: path, code: code)
    }
    syncFolder(folder(of: target))
}

/// Finds out whether a file can be written, before the work that makes its content. The disk may still be full then.
///
/// - Throws: what `writeAtomically` would throw.
public func checkWritable(_ path: String, replacingExisting: Bool) throws(FileError) {
    let existing = try replaceableFile(at: path, replacingExisting: replacingExisting)
    let place = folder(of: existing == nil ? path : resolvedPath(path))
    guard access(place, W_OK | X_OK) == 0 else { throw .cannotWrite(path: path, code: errno) }
}

/// The part of a path before its last component: `.` for a bare name, `/` for a name at the root.
package func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The file that would be replaced, or nil where there is none.
private func replaceableFile(at path: String, replacingExisting: Bool) throws(FileError) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0 else {
        if errno == ENOENT { return nil }
        throw .cannotWrite(path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notReplaceable(path: path) }
    guard replacingExisting else { throw .exists(path: path) }
    return status
}

private func resolvedPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// - Returns: 0 or the `errno`.
private func replace(_ path: String, by temporary: String) -> Int32 {
    rename(temporary, path) == 0 ? 0 : errno
}

/// Gives a finished file its name and never takes it from another.
///
/// - Returns: 0 or the `errno`, `EEXIST` if the name is taken.
private func claim(_ path: String, for temporary: String) -> Int32 {
    // link(2) fails where rename(2) would replace a file that appeared meanwhile.
    if link(temporary, path) == 0 {
        unlink(temporary)
        return 0
    }
    let code = errno
    // Memory cards and many network folders have no links: there one more look has to do.
    guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(code) else { return code }
    return access(path, F_OK) == 0 ? EEXIST : replace(path, by: temporary)
}

/// Makes the rename itself durable; a file system that cannot sync folders loses nothing by it.
private func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
