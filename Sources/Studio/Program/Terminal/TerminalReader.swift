import TerminalGraphics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads keys, mouse and answers; answers go to the probe on the way.
struct TerminalReader {
    /// How long the bytes after an `ESC` may be under way before it is the Escape key.
    private static let escapeMilliseconds = 50

    private let descriptor: Int32
    var probe: TerminalProbe
    /// Milliseconds that the terminal's first answer took.
    let latency: Double?
    private var parser: TerminalInputParser
    private var waiting: [TerminalInput]
    private var buffer = [UInt8](repeating: 0, count: 4096)
    /// When a held `ESC` is a key.
    private(set) var flushTime: ContinuousClock.Instant?
    /// Whether the terminal is gone.
    private(set) var hasEnded = false

    /// Goes on where asking the terminal stopped.
    init(descriptor: Int32, _ outcome: ProbeOutcome) {
        self.descriptor = descriptor
        probe = outcome.probe
        latency = outcome.latency
        parser = outcome.parser
        waiting = outcome.input
        if parser.isAwaitingFlush || !waiting.isEmpty { flushTime = .now }
    }

    /// What came since the last call.
    ///
    /// - Parameter isReady: whether there is something to read.
    mutating func read(isReady: Bool) throws(StudioError) -> [TerminalInput] {
        var events = waiting
        waiting = []
        while isReady && !hasEnded {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, &buffer, buffer.count)
            #else
                let count = Darwin.read(descriptor, &buffer, buffer.count)
            #endif
            if count > 0 {
                events += parser.parse(buffer[..<count])
                flushTime = parser.isAwaitingFlush ? .now + .milliseconds(Self.escapeMilliseconds) : nil
            } else if count == 0 || errno == EIO {
                hasEnded = true
            } else if errno == EAGAIN {
                break
            } else if errno != EINTR {
                throw .system("cannot read from the terminal", code: errno)
            }
        }
        if let time = flushTime, time <= .now {
            events += parser.flush()
            flushTime = nil
        }
        for case .reply(let reply) in events { probe.absorb(reply) }
        return events
    }
}
