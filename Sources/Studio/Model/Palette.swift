import StyleTransfer

/// What the user mixes: styles with sliders, and what holds for all of them, such as the strength. The part of the model that undo brings back.
public struct Palette: Sendable, Equatable {
    /// One style on the palette.
    public struct Entry: Sendable, Equatable {
        /// The style's id.
        public var style: String
        /// The slider, 0...100 per cent. Whole per cent, so that steps back and forth meet again.
        public var weight: Int
        public var isMuted = false
        public var isSoloed = false
        /// Whether the weight stays as it is when many are changed at once; the slider itself still moves.
        public var isLocked = false

        public init(style: String, weight: Int) {
            self.style = style
            self.weight = weight
        }
    }

    public static let weightRange = 0...100
    public static let strengthRange = 0...Int(Recipe.strengthRange.upperBound * 100)
    public static let keptColoursRange = 0...100
    /// The slider of a style that was just added: room to both sides.
    public static let firstWeight = 50

    public var entries: [Entry] = []
    /// Per cent, 0...150.
    public var strength = 100
    /// The stroke size that a preset asked for; nil leaves it to the library.
    public var stroke: Float?
    /// How much of the photograph's colours is kept, in per cent, 0...100.
    public var keptColours = 0
    /// In which way they are kept.
    public var colourWay = KeptColours.Way.place

    public init() {}

    /// Whether an entry takes part: not muted, and soloed if any entry is.
    public func isActive(_ index: Int) -> Bool {
        let entry = entries[index]
        return !entry.isMuted && (entry.isSoloed || !entries.contains { $0.isSoloed })
    }

    /// An entry's part of what is painted, 0...1.
    public func share(_ index: Int) -> Double {
        guard isActive(index) else { return 0 }
        let sum = entries.indices.reduce(0) { $0 + (isActive($1) ? entries[$1].weight : 0) }
        return sum == 0 ? 0 : Double(entries[index].weight) / Double(sum)
    }

    /// What is painted: the entries that take part and weigh something.
    public var recipe: Recipe {
        let parts = entries.indices
            .filter { isActive($0) && entries[$0].weight > 0 }
            .map { Recipe.Part(style: entries[$0].style, weight: Float(entries[$0].weight) / 100) }
        // Two mixes that keep no colours are the same, whatever way that they do not keep them in.
        let kept = keptColours == 0 ? .none : KeptColours(amount: Float(keptColours) / 100, by: colourWay)
        return Recipe(parts: parts, strength: Float(strength) / 100, stroke: stroke, keptColours: kept)
    }

    /// A recipe laid out on the palette, its weights rounded to whole per cent, but never to nothing.
    ///
    /// Parts beyond 1 are scaled together so that the largest slider stands at 100 %.
    public init(_ recipe: Recipe) {
        let recipe = recipe.clamped()
        let scale = max(1, recipe.parts.map(\.weight).max() ?? 1)
        entries = recipe.parts.map { part in
            let percent = Int((part.weight / scale * 100).rounded())
            return Entry(style: part.style, weight: part.weight > 0 ? max(1, percent) : 0)
        }
        strength = Int((recipe.strength * 100).rounded())
        stroke = recipe.stroke
        keptColours = Int((recipe.keptColours.amount * 100).rounded())
        colourWay = recipe.keptColours.way
    }
}

extension Palette {
    /// Takes from another palette what holds for all styles: strength, strokes, colours.
    mutating func takeWhole(from other: Palette) {
        strength = other.strength
        stroke = other.stroke
        keptColours = other.keptColours
        colourWay = other.colourWay
    }
}

extension Comparable {
    /// The value itself, or the end of the range that is nearer to it.
    func clamped(to range: ClosedRange<Self>) -> Self {
        min(max(self, range.lowerBound), range.upperBound)
    }
}
