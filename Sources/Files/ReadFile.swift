#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a regular file whole.
///
/// - Parameters:
///   - path: the file.
///   - limit: the most bytes accepted; nothing is allocated for a longer file.
public func readFile(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotRead(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
    return try readToEnd(descriptor, name: path, expected: Int(status.st_size), limit: limit)
}

/// Reads from an open descriptor (standard input, say) until its end.
///
/// - Parameters:
///   - descriptor: open for reading; stays open.
///   - name: what errors call it.
///   - expected: the probable number of bytes.
///   - limit: the most bytes accepted.
public func readToEnd(
    _ descriptor: Int32, name: String, expected: Int = 1 << 16, limit: Int = 1 << 30
) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var count = 0
    while true {
        if count == bytes.count {
            bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, count)))
        }
        let got = bytes.withUnsafeMutableBytes { buffer -> Int in
            guard let base = buffer.baseAddress else { return 0 }
            return read(descriptor, base + count, buffer.count - count)
        }
        if got < 0 {
            if errno == EINTR { continue }
            throw .cannotRead(path: name, code: errno)
        }
        if got == 0 { break }
        count += got
        if count > limit { throw .tooLarge(path: name, limit: limit) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
}
