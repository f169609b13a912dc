#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A pipe that interrupts `poll`: signal handlers and services write, the loop reads.
///
/// Neither end blocks: a full pipe has woken the loop already.
struct WakePipe: ~Copyable {
    let reading: Int32
    let writing: Int32

    init() throws(StudioError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system("cannot make a pipe", code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reading = ends[0]
        writing = ends[1]
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Everything that was written since the last call.
    func drain() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(reading, &buffer, buffer.count)
            if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { return bytes }
        }
    }
}
