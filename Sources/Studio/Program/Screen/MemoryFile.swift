import CNcurses

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file without a name that ncurses writes into instead of the terminal, so that text and pictures leave
/// together, in one write that can wait without holding up the input.
struct MemoryFile: ~Copyable {
    /// What C calls a file; valid as long as this value.
    let stream: UnsafeMutablePointer<FILE>

    init() throws(StudioError) {
        #if os(Linux)
            // In memory also where the folder of temporary files is on a disk, which may be full.
            let descriptor = ncurses_memory_file()
            let opened = descriptor < 0 ? nil : fdopen(descriptor, "w+")
            if opened == nil && descriptor >= 0 { close(descriptor) }
        #else
            let opened = tmpfile()
        #endif
        guard let stream = opened else { throw .system("cannot make a temporary file for the screen", code: errno) }
        self.stream = stream
    }

    deinit {
        fclose(stream)
    }

    /// Moves everything that was written since the last call to the end of `bytes`.
    func drain(into bytes: inout [UInt8]) {
        let descriptor = fileno(stream)
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        let got = bytes.withUnsafeMutableBytes { buffer -> Int in
            guard let base = buffer.baseAddress else { return 0 }
            return pread(descriptor, base + start, count, 0)
        }
        bytes.removeLast(count - max(0, got))
        lseek(descriptor, 0, SEEK_SET)
    }
}
