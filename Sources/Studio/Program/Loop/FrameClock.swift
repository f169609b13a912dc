import TerminalGraphics

/// Times pictures on their way to the terminal: behind each goes a question, and its answer says that the terminal
/// has come so far.
///
/// Networks and their buffers take megabytes in an instant and deliver them when they can; only the answer tells. No
/// picture is begun while the one before is under way, so what is seen never lags behind the hand by more than that.
package struct FrameClock {
    /// DSR: the terminal answers that it is well, as all do.
    private static let question = Array("\u{1B}[5n".utf8)
    /// After so long without an answer none is expected: a picture is lost, or the line is out of all bounds.
    private static let limit = Duration.seconds(10)

    /// A picture's way to the terminal.
    package struct Journey: Equatable {
        package var bytes: Int
        package var milliseconds: Double
    }

    private struct Start {
        var time: ContinuousClock.Instant
        var bytes: Int
        var pixels: Int
    }

    package private(set) var pace: TerminalPace
    private var journey: Start?
    /// Whether the terminal is one that answers.
    private var isAnswered: Bool
    private var misses = 0
    /// What `news` told last.
    private var told: PictureBudget?

    /// - Parameters:
    ///   - answers: whether the terminal answered the question before.
    ///   - latency: milliseconds that an answer took then.
    package init(answers: Bool, latency: Double? = nil) {
        isAnswered = answers
        pace = TerminalPace(latency: latency)
    }

    /// Until when the next picture has to wait for an answer; nil if it need not.
    package var deadline: ContinuousClock.Instant? { journey.map { $0.time + Self.limit } }

    /// Whether a picture is under way.
    package mutating func isWaiting(now: ContinuousClock.Instant) -> Bool {
        guard let deadline else { return false }
        if now >= deadline {
            arrive(now: now)
            misses += 1
            // Twice in a row is no accident.
            if misses == 2 { isAnswered = false }
        }
        return journey != nil
    }

    /// Adds the question to a picture that is about to be sent.
    ///
    /// - Parameter pixels: the painted pixels in it.
    package mutating func begin(pixels: Int, now: ContinuousClock.Instant, bytes: inout [UInt8]) {
        guard isAnswered, journey == nil else { return }
        journey = Start(time: now, bytes: bytes.count, pixels: pixels)
        bytes.append(contentsOf: Self.question)
    }

    /// Takes the answer; nil if none was awaited.
    @discardableResult
    package mutating func takeAnswer(now: ContinuousClock.Instant) -> Journey? {
        misses = 0
        isAnswered = true
        return arrive(now: now)
    }

    @discardableResult
    private mutating func arrive(now: ContinuousClock.Instant) -> Journey? {
        guard let start = journey else { return nil }
        let journey = Journey(bytes: start.bytes, milliseconds: start.time.duration(to: now) / .milliseconds(1))
        pace.took(bytes: journey.bytes, milliseconds: journey.milliseconds, pixels: start.pixels)
        self.journey = nil
        return journey
    }

    /// What pictures may have now, if that has become quite different from what this told last.
    package mutating func news() -> PictureBudget? {
        guard let budget = pace.budget else { return nil }
        if let told, (told.moving * 4 / 5...told.moving * 5 / 4).contains(budget.moving) { return nil }
        told = budget
        return budget
    }

    /// What was under way is lost: the terminal was given away meanwhile.
    package mutating func reset() {
        journey = nil
    }
}
