/// Pauses that the model asked for.
package struct Timers {
    private var pending: [(due: ContinuousClock.Instant, wake: Wake)] = []

    package init() {}

    package mutating func add(_ wake: Wake, milliseconds: Int, now: ContinuousClock.Instant) {
        pending.append((now + .milliseconds(milliseconds), wake))
    }

    /// When the next one is over.
    package var next: ContinuousClock.Instant? { pending.map(\.due).min() }

    /// Takes out those that are over, earliest first.
    package mutating func take(now: ContinuousClock.Instant) -> [Wake] {
        let over = pending.filter { $0.due <= now }.sorted { $0.due < $1.due }
        pending.removeAll { $0.due <= now }
        return over.map(\.wake)
    }
}
