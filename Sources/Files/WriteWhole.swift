#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes all bytes to an open descriptor, in pieces where it takes only pieces. Waits, also where the descriptor
/// itself would not.
///
/// - Returns: 0 or the `errno`.
package func writeWhole(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer -> Int32 in
        guard let base = buffer.baseAddress else { return 0 }
        var sent = 0
        while sent < buffer.count {
            let count = write(descriptor, base + sent, buffer.count - sent)
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&room, 1, 1000)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
