import Imaging

/// A picture that was painted by optimisation.
public struct FinePainting: Sendable, Equatable {
    public var picture: Picture
    /// At the last size that was painted; nil if nothing was.
    public var losses: GatysLosses?
    /// Iterations that were done, over all sizes.
    public var iterations: Int
    /// False if it was ended before its time.
    public var isComplete: Bool
}

/// How a painting by optimisation goes on.
public struct FineProgress: Sendable, Equatable {
    public var task: TaskProgress
    /// At the size that is being painted; nil before its first iteration.
    public var losses: GatysLosses?
    /// Iterations done, over all sizes.
    public var iteration: Int
    public var iterations: Int
    /// How often losses and gradient were computed, over all sizes.
    public var evaluations: Int
    /// The size that is being painted.
    public var size: PictureSize
}
