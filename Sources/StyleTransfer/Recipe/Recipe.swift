/// How a picture is painted: the one value that sliders change, presets store and `render` reads.
///
/// Weights are parts, like paint: only their ratios count.
public struct Recipe: Hashable, Sendable {
    /// The range of `strength`.
    public static let strengthRange: ClosedRange<Float> = 0...1.5
    /// The range of `stroke`, in pixels.
    public static let strokeRange: ClosedRange<Float> = 16...4096

    /// One style of the mix.
    public struct Part: Hashable, Sendable {
        /// The style's id in the catalogue.
        public var style: String
        /// Its share in parts, at least 0.
        public var weight: Float

        public init(style: String, weight: Float) {
            self.style = style
            self.weight = weight
        }
    }

    /// The mix; parts of weight 0 change nothing. An empty mix is the photograph.
    public var parts: [Part]
    /// 0 is the photograph, 1 the mix, up to 1.5 beyond it.
    public var strength: Float
    /// The size of the strokes: the short side, in pixels, at which the network saw the style images;
    /// larger paints larger strokes. Nil leaves it to the library. Sizes that a style did not learn are
    /// interpolated between those it did, and end at its smallest and largest.
    public var stroke: Float?
    /// What the painting keeps of the photograph's colours.
    public var keptColours: KeptColours

    public init(
        parts: [Part] = [], strength: Float = 1, stroke: Float? = nil, keptColours: KeptColours = .none
    ) {
        self.parts = parts
        self.strength = strength
        self.stroke = stroke
        self.keptColours = keptColours
    }

    /// Whether the recipe leaves the photograph as it is: no strength, or no style with a weight.
    public var isPhotograph: Bool {
        strength == 0 || parts.allSatisfy { $0.weight == 0 }
    }

    /// The parts that count, with weights that sum to 1; empty if no part has a weight.
    ///
    /// - Precondition: the recipe is valid (`validate()`).
    public var normalisedParts: [Part] {
        // Dividing by the largest first keeps the sum finite for weights near the end of the range.
        let largest = parts.reduce(0) { max($0, $1.weight) }
        guard largest > 0 else { return [] }
        let sum = parts.reduce(0) { $0 + $1.weight / largest }
        return parts.compactMap { part in
            part.weight > 0 ? Part(style: part.style, weight: part.weight / largest / sum) : nil
        }
    }
}
