#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the loop can do without waiting.
struct Readiness {
    var hasInput = false
    var canSend = false

    /// Waits until there is something to do. Signals and services need no flag of their own: looking into
    /// their pipes costs less than telling them apart.
    ///
    /// - Parameters:
    ///   - isSending: whether output waits for the terminal.
    ///   - time: when to return at the latest; nil to wait for ever.
    static func wait(
        input: Int32, signals: Int32, services: Int32, isSending: Bool, until time: ContinuousClock.Instant?
    ) -> Readiness {
        let events = Int16(POLLIN) | (isSending ? Int16(POLLOUT) : 0)
        var descriptors = [
            pollfd(fd: input, events: events, revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            pollfd(fd: services, events: Int16(POLLIN), revents: 0),
        ]
        var milliseconds: Int32 = -1
        if let time {
            let left = ContinuousClock.now.duration(to: time) / .milliseconds(1)
            milliseconds = Int32(min(max(0, left.rounded(.up)), 3_600_000))
        }
        // Interrupted by a signal, it has something to read from the pipe.
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return Readiness() }
        let answer = Int32(descriptors[0].revents)
        return Readiness(
            hasInput: answer & (POLLIN | POLLHUP | POLLERR) != 0, canSend: answer & POLLOUT != 0)
    }
}
