/// How much of the photograph's colours a painting keeps, and in which way.
public struct KeptColours: Hashable, Sendable {
    /// The range of `amount`.
    public static let amountRange: ClosedRange<Float> = 0...1
    /// The painting's own colours.
    public static let none = KeptColours(amount: 0)

    /// What the photograph's colours are held to.
    public enum Way: String, Sendable, CaseIterable {
        /// Every place keeps its hue and chroma, and takes the painting's lightness.
        case place
        /// All colours of the painting are moved together until their mean and covariance are the photograph's.
        case overall
    }

    /// 0 is the painting's colours, 1 the photograph's.
    public var amount: Float
    public var way: Way

    public init(amount: Float, by way: Way = .place) {
        self.amount = amount
        self.way = way
    }

    /// The amount that is kept in a way, 0 if it is the other one.
    func amount(by way: Way) -> Float {
        self.way == way ? amount : 0
    }
}
