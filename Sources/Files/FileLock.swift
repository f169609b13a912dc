#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A hold on a name, which one program at a time has. The system lets go of it when the program ends, however it ends.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// Nil if another program has it, or if there can be no such file.
    package init?(path: String) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
