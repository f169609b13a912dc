/// The mixes before and after this one.
///
/// A run of changes to one slider is one step: the mix from before the run is kept, and the run goes on
/// until something else happens.
public struct History: Sendable, Equatable {
    /// Changes that belong together as long as nothing comes between them.
    public enum Run: Sendable, Equatable {
        /// Keys or the wheel on the slider of a style.
        case weight(style: String)
        case strength
        /// One drag of the mouse, from press to release.
        case drag
    }

    public private(set) var past: [Mix] = []
    public private(set) var future: [Mix] = []
    private var run: Run?

    public init() {}

    /// Keeps the mix that is about to be changed; within a run only the first one.
    mutating func keep(_ mix: Mix, run: Run? = nil) {
        future = []
        if run == nil || run != self.run { past.append(mix) }
        self.run = run
    }

    /// The next change is a step of its own.
    mutating func endRun() {
        run = nil
    }

    /// The mix before this one, or nil at the beginning.
    mutating func undo(_ mix: Mix) -> Mix? {
        run = nil
        guard let previous = past.popLast() else { return nil }
        future.append(mix)
        return previous
    }

    /// The mix that the last undo left, or nil if there is none.
    mutating func redo(_ mix: Mix) -> Mix? {
        run = nil
        guard let next = future.popLast() else { return nil }
        past.append(mix)
        return next
    }
}
