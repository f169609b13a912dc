import StyleTransfer

/// Looking at two pictures of the photograph in one: to the left of a divider the one, to the right the other.
public struct Comparison: Sendable, Equatable {
    /// One of the two.
    public enum Side: Sendable, Hashable {
        case original
        /// What the palette gives now.
        case pastiche
        /// What another mix gives, and how it is called.
        case recipe(Recipe, name: String)

        var name: String {
            switch self {
            case .original: "original"
            case .pastiche: "pastiche"
            case .recipe(_, let name): name
            }
        }
    }

    /// How the two are shown.
    public enum Manner: Sendable, Equatable {
        /// As one picture with a movable divider.
        case divided
        /// Both whole, one beside or above the other.
        case beside
    }

    /// Where the divider can be, in thousandths of the width.
    public static let dividerRange = 0...1000

    public internal(set) var left: Side
    public internal(set) var right: Side
    public internal(set) var divider = 500
    public internal(set) var manner = Manner.divided
    /// Whether the mouse holds the divider.
    var isHeld = false

    init(_ left: Side, _ right: Side) {
        self.left = left
        self.right = right
    }

    mutating func move(to place: Int) {
        divider = place.clamped(to: Self.dividerRange)
    }

    mutating func swapSides() {
        swap(&left, &right)
    }

    /// Whether these are its sides, in whatever order.
    func shows(_ first: Side, _ second: Side) -> Bool {
        (left, right) == (first, second) || (left, right) == (second, first)
    }
}
