import Files

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What asking a terminal brought.
public struct ProbeOutcome: Sendable {
    /// Goes on taking late answers; `probe.capabilities` is the result.
    public var probe: TerminalProbe
    /// The parser with what it still holds: the session reads on with it, so that nothing is lost.
    public var parser: TerminalInputParser
    /// Keys and other input that came between the answers, in their order.
    public var input: [TerminalInput]
    /// Milliseconds until the first answer; nil if there was none.
    public var latency: Double?
    /// Whether the terminal answered the last question in time.
    public var isComplete: Bool { probe.isComplete }
}

extension TerminalProbe {
    /// Sends the questions and collects answers until the last one or until patience ends. Blocks.
    ///
    /// - Parameters:
    ///   - input: the terminal, open for reading; in raw mode unless `settingRawMode`.
    ///   - output: the terminal, open for writing.
    ///   - parser: with the terminal's own key sequences, if known.
    ///   - milliseconds: the longest time to wait; `patience` if nil.
    ///   - settingRawMode: sets raw mode for the time of the questions and puts the old settings back.
    public func ask(
        input: Int32, output: Int32, parser: TerminalInputParser = TerminalInputParser(), milliseconds: Int? = nil,
        settingRawMode: Bool = false
    ) throws(TerminalError) -> ProbeOutcome {
        var outcome = ProbeOutcome(probe: self, parser: parser, input: [])
        guard !isComplete else { return outcome }
        guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
        guard settingRawMode else {
            try outcome.converse(input: input, output: output, milliseconds: milliseconds ?? patience)
            return outcome
        }
        let settings = try TerminalSettings(descriptor: input)
        try settings.raw.apply(to: input)
        do throws(TerminalError) {
            try outcome.converse(input: input, output: output, milliseconds: milliseconds ?? patience)
        } catch {
            try settings.apply(to: input)
            throw error
        }
        try settings.apply(to: input)
        return outcome
    }
}

extension ProbeOutcome {
    fileprivate mutating func converse(input: Int32, output: Int32, milliseconds: Int) throws(TerminalError) {
        try writeAll(probe.questions, to: output)
        let clock = ContinuousClock()
        let start = clock.now
        let deadline = start + .milliseconds(milliseconds)
        var buffer = [UInt8](repeating: 0, count: 1024)
        while !probe.isComplete {
            let left = clock.now.duration(to: deadline)
            guard left > .zero else { return }
            var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            let wait = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
            let ready = poll(&descriptor, 1, Int32(clamping: wait))
            if ready < 0, errno != EINTR { throw .failed(action: "wait for", code: errno) }
            guard ready > 0 else { continue }
            let count = read(input, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                throw .failed(action: "read from", code: errno)
            }
            // The terminal is gone: what is known stays.
            if count == 0 { return }
            for event in parser.parse(buffer[..<count]) {
                if case .reply(let reply) = event {
                    latency = latency ?? start.duration(to: clock.now) / .milliseconds(1)
                    probe.absorb(reply)
                } else {
                    self.input.append(event)
                }
            }
        }
    }
}

/// Writes all bytes to a terminal. Blocks.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(TerminalError) {
    let code = writeWhole(bytes, to: descriptor)
    if code != 0 { throw .failed(action: "write to", code: code) }
}
