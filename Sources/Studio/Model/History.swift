/// What was on the easel before and after now.
///
/// A run of changes to one slider is one step: the palette from before the run is kept, and the run goes on
/// until something else happens.
public struct History: Sendable, Equatable {
    /// Changes that belong together as long as nothing comes between them.
    public enum Run: Sendable, Equatable {
        /// Keys or the wheel on the slider of a style.
        case weight(style: String)
        case strength
        case stroke
        case colours
        /// One drag of the mouse, from press to release.
        case drag
        /// Keys on the pad.
        case pad
        /// Choosing the style of a corner of the pad.
        case corner(Int)
    }

    /// Where undo and redo lead.
    public struct Step: Sendable, Equatable {
        public var palette: Palette
        /// The photograph's path; nil before the first one.
        public var photograph: String?
        /// The moment that was taken from the strip between this step and the next one.
        public var removed: RemovedMoment?

        public init(palette: Palette, photograph: String?, removed: RemovedMoment? = nil) {
            self.palette = palette
            self.photograph = photograph
            self.removed = removed
        }
    }

    /// A moment with its place in the strip.
    public struct RemovedMoment: Sendable, Equatable {
        public var moment: Moment
        public var index: Int

        public init(moment: Moment, index: Int) {
            self.moment = moment
            self.index = index
        }
    }

    public internal(set) var past: [Step] = []
    public internal(set) var future: [Step] = []
    /// The photograph that belongs to what is on the easel now, also while it is still being opened.
    public internal(set) var photograph: String?
    private var run: Run?

    public init() {}

    /// Keeps the palette that is about to be changed; within a run only the first one.
    ///
    /// - Parameter removed: the moment that the change takes from the strip.
    mutating func keep(_ palette: Palette, run: Run? = nil, removed: RemovedMoment? = nil) {
        future = []
        if run == nil || run != self.run {
            past.append(Step(palette: palette, photograph: photograph, removed: removed))
        }
        self.run = run
    }

    /// The next change is a step of its own.
    mutating func endRun() {
        run = nil
    }

    /// Steps back from a palette; nil at the beginning.
    mutating func undo(_ palette: Palette) -> Step? {
        run = nil
        guard let previous = past.popLast() else { return nil }
        future.append(Step(palette: palette, photograph: photograph, removed: previous.removed))
        photograph = previous.photograph
        return previous
    }

    /// Steps to where the last undo came from; nil if there was none.
    mutating func redo(_ palette: Palette) -> Step? {
        run = nil
        guard let next = future.popLast() else { return nil }
        past.append(Step(palette: palette, photograph: photograph, removed: next.removed))
        photograph = next.photograph
        return next
    }
}
