import StyleTransfer

/// The pastiche at the size of an export, of which a zoomed view shows a part.
///
/// It is painted whole, because instance normalisation needs the statistics of the whole picture; so it takes as
/// long as an export, and begins when the hand rests.
public struct Detail: Sendable, Equatable {
    public enum State: Sendable, Hashable {
        case none
        /// The share done, 0...1.
        case painting(share: Double)
        case ready
        case failed
    }

    /// Larger photographs are painted at this many pixels: an export's memory is for the export.
    static let pixelLimit = Double(megapixels) * 1e6
    static let megapixels = 16

    public private(set) var state = State.none
    /// The number of the newest request; 0 before the first.
    private(set) var number = 0
    private var recipe: Recipe?
    private var strokesSeenAt: Int?

    init() {}

    /// What has to be done so that the detail is that of `wanted`.
    mutating func request(_ wanted: Recipe, strokesSeenAt: Int?) -> [Effect] {
        guard wanted != recipe || strokesSeenAt != self.strokesSeenAt else { return [] }
        number += 1
        recipe = wanted
        self.strokesSeenAt = strokesSeenAt
        state = .painting(share: 0)
        return [.paintDetail(DetailRequest(number: number, recipe: wanted, strokesSeenAt: strokesSeenAt))]
    }

    /// The mix changed: what is being painted is of no more use.
    mutating func giveUp(unless current: Recipe) -> [Effect] {
        guard let recipe, recipe != current else { return [] }
        let wasPainting = state.isPainting
        self.recipe = nil
        state = .none
        return wasPainting ? [.cancelDetail] : []
    }

    /// Another photograph.
    mutating func startAnew() {
        recipe = nil
        state = .none
    }

    mutating func receive(_ news: State, number: Int) {
        guard number == self.number, recipe != nil else { return }
        state = news
    }
}

extension Detail.State {
    var isPainting: Bool {
        if case .painting = self { true } else { false }
    }
}

/// A pastiche to be painted at the size of an export.
public struct DetailRequest: Sendable, Equatable {
    /// Counts up; events carry it back.
    public var number: Int
    public var recipe: Recipe
    /// The long side at which the recipe's strokes look as they shall; nil paints them as they are.
    public var strokesSeenAt: Int?

    public init(number: Int, recipe: Recipe, strokesSeenAt: Int? = nil) {
        self.number = number
        self.recipe = recipe
        self.strokesSeenAt = strokesSeenAt
    }
}
