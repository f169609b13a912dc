/// How far a long task has come.
public struct TaskProgress: Sendable, Equatable {
    /// The share done, 0...1; it never falls.
    public var share: Double
    /// A guess of the seconds left; nil while there is too little to guess from.
    public var secondsLeft: Double?

    public init(share: Double, secondsLeft: Double? = nil) {
        self.share = share
        self.secondsLeft = secondsLeft
    }
}

/// Guesses the time left from the time gone, the share done and nothing else.
package struct RemainingTime {
    private var highest = 0.0

    package init() {}

    /// The next report.
    ///
    /// - Parameters:
    ///   - share: the share done, as the work says it.
    ///   - seconds: since the task began.
    package mutating func progress(share: Double, after seconds: Double) -> TaskProgress {
        highest = min(1, max(highest, share))
        // The first moments tell more about start-up than about the work.
        guard highest >= 0.05, seconds >= 0.25 else { return TaskProgress(share: highest) }
        return TaskProgress(share: highest, secondsLeft: seconds * (1 - highest) / highest)
    }
}
