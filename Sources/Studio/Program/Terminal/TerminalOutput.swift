#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes on their way to the terminal, which takes them at its own pace.
///
/// A frame is begun only when the last one has left whole: so no text ever lands inside a picture, a slow
/// terminal gets fewer frames instead of late ones, and the loop never waits.
struct TerminalOutput {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    private var sent = 0

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    var isEmpty: Bool { sent == bytes.count }

    /// Lets `compose` add bytes at the end of the queue, then sends what the terminal takes.
    mutating func send(_ compose: (inout [UInt8]) -> Void) throws(StudioError) {
        if isEmpty { reset() }
        compose(&bytes)
        try flush()
    }

    /// Sends as much as the terminal takes now.
    mutating func flush() throws(StudioError) {
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return write(descriptor, base + sent, buffer.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                throw .system("cannot write to the terminal", code: errno)
            }
        }
    }

    /// Forgets what was not sent.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        sent = 0
    }
}
