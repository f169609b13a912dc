#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which file a path leads to, however it is spelled and through whatever links.
package struct FileIdentity: Hashable {
    private let device: UInt64
    private let node: UInt64

    /// Nil if there is no such file.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        node = UInt64(truncatingIfNeeded: status.st_ino)
    }
}
