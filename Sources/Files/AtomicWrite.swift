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
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists && !replacingExisting { throw .exists(path: path) }
    if exists && status.st_mode & S_IFMT != S_IFREG { throw .cannotWrite(path: path, code: EISDIR) }

    // A link stays a link: what it points to is what gets replaced.
    let target = exists ? resolvedPath(path) : path
    var template = Array((folder(of: target) + "/.pastiche-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { buffer -> Int32 in
        guard let base = buffer.baseAddress else { return -1 }
        return mkstemp(base)
    }
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    let temporary = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)

    let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~currentMask()
    var code = writeAll(bytes, to: descriptor)
    if code == 0 && fchmod(descriptor, mode) != 0 { code = errno }
    if code == 0 && fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0 && code == 0 { code = errno }
    if code == 0 {
        if replacingExisting {
            if rename(temporary, target) != 0 { code = errno }
        } else {
            // link(2) fails where rename(2) would replace a file that appeared meanwhile.
            if link(temporary, target) != 0 { code = errno }
            unlink(temporary)
            if code == EEXIST { throw .exists(path: path) }
        }
    }
    if code != 0 {
        unlink(temporary)
        throw .cannotWrite(path: path, code: code)
    }
    syncFolder(folder(of: target))
}

/// The part of a path before its last component: `.` for a bare name, `/` for a name at the root.
package func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

private func resolvedPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func currentMask() -> mode_t {
    // The mask can only be read by setting it.
    let mask = umask(0o022)
    umask(mask)
    return mask
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer -> Int32 in
        guard let base = buffer.baseAddress else { return 0 }
        var offset = 0
        while offset < buffer.count {
            let written = write(descriptor, base + offset, buffer.count - offset)
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            offset += written
        }
        return 0
    }
}

/// Makes the rename itself durable; a file system that cannot sync folders loses nothing by it.
private func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
