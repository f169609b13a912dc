/// How a picture is painted by optimisation (Gatys et al. 2016).
public struct FineSettings: Sendable, Equatable {
    /// What the painting begins as.
    public enum Start: String, Sendable, CaseIterable {
        case photograph = "photo"
        case noise
        /// What the fast network paints in the styles that it knows: a part of the way is behind it.
        case pastiche
    }

    /// How the losses are made smaller.
    public enum Method: String, Sendable, CaseIterable {
        case lbfgs
        /// Slower, in a fifth of the memory.
        case adam
    }

    /// The range of `iterations`.
    public static let iterationRange = 1...100_000

    /// Over all sizes together.
    public var iterations = 300
    /// How many sizes the painting passes through at most, from coarse to fine; nil for as many as make sense.
    public var sizes: Int?
    /// What it costs to depart from the photograph's drawing.
    public var contentWeight = 1.0
    /// What it costs to depart from the styles.
    public var styleWeight = 1.0
    /// What it costs that neighbouring pixels differ.
    public var smoothness = 1.0
    /// The layers whose Gram matrices are the style, and how much each counts.
    public var layers = LayerWeights.standard
    /// The layer whose features are the drawing.
    public var contentLayer = PerceptualLayer(stage: 4, convolution: 1)
    /// Nil for the pastiche if the fast network knows all styles, else the photograph.
    public var start: Start?
    /// The size of the strokes: the short side, in pixels, at which the styles' pictures are copied.
    public var stroke: Float = 320
    public var method = Method.lbfgs
    /// Decides which noise it is.
    public var seed: UInt64 = 1

    public init() {}

    /// - Throws: `FineError` for a number outside its range.
    public func validate() throws(FineError) {
        guard Self.iterationRange.contains(iterations) else { throw .iterations(iterations) }
        if let sizes, sizes < 1 { throw .sizes(sizes) }
        for (name, weight) in [("content", contentWeight), ("style", styleWeight), ("smoothness", smoothness)] {
            guard weight.isFinite, weight >= 0 else { throw .weight(of: name, value: weight) }
        }
        guard contentWeight > 0 || (styleWeight > 0 && layers.hasWeight) else { throw .nothingCounts }
        guard Recipe.strokeRange.contains(stroke) else { throw .stroke(stroke) }
    }
}
