/// How a picture is painted: the one value that sliders change, presets store and `render` reads.
///
/// Weights are parts, like paint: only their ratios count.
public struct Recipe: Codable, Equatable, Sendable {
    /// The format that this program writes; newer ones are refused with a clear error.
    public static let currentVersion = 1
    /// The range of `strength`.
    public static let strengthRange: ClosedRange<Float> = 0...1.5

    /// One style of the mix.
    public struct Part: Codable, Equatable, Sendable {
        /// The style's id in the catalogue.
        public var style: String
        /// Its share in parts, at least 0.
        public var weight: Float

        public init(style: String, weight: Float) {
            self.style = style
            self.weight = weight
        }
    }

    public var version: Int
    /// The mix; parts of weight 0 change nothing. An empty mix is the photograph.
    public var parts: [Part]
    /// 0 is the photograph, 1 the mix, up to 1.5 beyond it.
    public var strength: Float

    public init(parts: [Part] = [], strength: Float = 1) {
        version = Recipe.currentVersion
        self.parts = parts
        self.strength = strength
    }
}
