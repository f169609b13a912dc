/// How far variations go from the mix that they grow around.
public enum Spread: Int, Sendable, Equatable, CaseIterable {
    case close = 1
    case near, apart, far, wild

    var word: String {
        switch self {
        case .close: "close"
        case .near: "near"
        case .apart: "apart"
        case .far: "far"
        case .wild: "wild"
        }
    }

    /// The next one in a direction; the ends stay.
    func moved(by step: Int) -> Spread {
        Spread(rawValue: (rawValue + step).clamped(to: 1...Self.allCases.count)) ?? self
    }

    /// The spread of the logarithms of weights: at `apart`, two of three weights move by less than a factor of 1.8.
    var deviation: Double { [0.2, 0.35, 0.6, 1, 1.5][rawValue - 1] }

    /// How many of eight variations bring in a style.
    var newcomers: Int { [0, 1, 2, 3, 4][rawValue - 1] }

    /// The weight of a style that is brought in, in parts of what the others weigh in the mean.
    var newcomerWeight: Double { [0.35, 0.5, 0.7, 0.9, 1.2][rawValue - 1] }

    /// How far the strength moves at most, in per cent.
    var strengthStep: Int { [15, 25, 35, 45, 60][rawValue - 1] }
}
