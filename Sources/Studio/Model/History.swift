/// The palettes before and after this one.
///
/// A run of changes to one slider is one step: the palette from before the run is kept, and the run goes on
/// until something else happens.
public struct History: Sendable, Equatable {
    /// Changes that belong together as long as nothing comes between them.
    public enum Run: Sendable, Equatable {
        /// Keys or the wheel on the slider of a style.
        case weight(style: String)
        case strength
        /// One drag of the mouse, from press to release.
        case drag
        /// Keys on the pad.
        case pad
        /// Choosing the style of a corner of the pad.
        case corner(Int)
    }

    public private(set) var past: [Palette] = []
    public private(set) var future: [Palette] = []
    private var run: Run?

    public init() {}

    /// Keeps the palette that is about to be changed; within a run only the first one.
    mutating func keep(_ palette: Palette, run: Run? = nil) {
        future = []
        if run == nil || run != self.run { past.append(palette) }
        self.run = run
    }

    /// The next change is a step of its own.
    mutating func endRun() {
        run = nil
    }

    /// The palette before this one, or nil at the beginning.
    mutating func undo(_ palette: Palette) -> Palette? {
        run = nil
        guard let previous = past.popLast() else { return nil }
        future.append(palette)
        return previous
    }

    /// The palette that the last undo left, or nil if there is none.
    mutating func redo(_ palette: Palette) -> Palette? {
        run = nil
        guard let next = future.popLast() else { return nil }
        past.append(palette)
        return next
    }
}
