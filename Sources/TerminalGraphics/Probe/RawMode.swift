#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal driver's settings (termios), to be put back later.
public struct TerminalSettings: Sendable {
    private var settings = termios()

    /// Reads the settings of the terminal behind a descriptor.
    public init(descriptor: Int32) throws(TerminalError) {
        guard isatty(descriptor) == 1 else { throw .notATerminal }
        guard tcgetattr(descriptor, &settings) == 0 else { throw .failed(action: "read the settings of", code: errno) }
    }

    /// The same settings with every byte handed through at once: no echo, no lines, no signals from keys.
    public var raw: TerminalSettings {
        var copy = self
        cfmakeraw(&copy.settings)
        return copy
    }

    /// Makes these the settings of a terminal, after what was written has gone out; input that waits is kept.
    public func apply(to descriptor: Int32) throws(TerminalError) {
        var copy = settings
        while tcsetattr(descriptor, TCSADRAIN, &copy) != 0 {
            guard errno == EINTR else { throw .failed(action: "change the settings of", code: errno) }
        }
    }
}
