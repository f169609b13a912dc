import StyleTransfer

/// Nine mixes to look at side by side: the present one, and eight around it.
///
/// Each of the eight differs in one way that can be said in a few words: the balance of the styles, a style that
/// comes in, the strength, or the size of the strokes. Of several candidates for a place the one is taken that is
/// least like those that are there. The same mix, seed and spread give the same sheet.
package struct VariationSheet: Sendable, Equatable {
    package static let count = 9
    /// Where the present mix is.
    package static let centre = 4

    /// Row by row.
    package let palettes: [Palette]

    /// - Parameter strokes: the stroke sizes to choose from; nil if there is only one.
    package init(around centre: Palette, styles: [Style], strokes: StrokeScale? = nil, seed: Int, spread: Spread) {
        let random = SeededGenerator(
            seed: centre.fingerprint ^ UInt64(truncatingIfNeeded: seed &* 0x9E37_79B1 &+ spread.rawValue))
        var grower = VariationGrower(
            centre: centre, styles: styles, scale: strokes, spread: spread, random: random)
        var palettes = grower.grow(Self.count - 1)
        palettes.insert(centre, at: Self.centre)
        self.palettes = palettes
    }
}

/// How a variation differs from the mix that it grew from.
private enum VariationKind {
    case balance, newcomer, strength, stroke
}

/// Makes the variations of one sheet.
private struct VariationGrower {
    /// Of so many candidates one is taken.
    private static let candidates = 12
    private static let strengthUnit = 5

    let centre: Palette
    let styles: [Style]
    let scale: StrokeScale?
    let spread: Spread
    var random: SeededGenerator

    /// The entries whose weights may change.
    private var movable: [Int] {
        centre.free.filter { centre.entries[$0].weight > 0 }
    }

    /// The styles that can be brought in.
    private var newcomers: [String] {
        styles.map(\.id).filter { id in
            guard let index = centre.entries.firstIndex(where: { $0.style == id }) else { return true }
            return centre.free.contains(index) && centre.entries[index].weight == 0
        }
    }

    /// The finest, the usual and the broadest strokes, other than the present ones.
    private var strokes: [Float?] {
        guard let scale else { return [] }
        let present = scale.percent(of: centre.stroke)
        return [0, scale.percent(of: nil), 100].filter { $0 != present }.map { scale.stroke(percent: $0) }
    }

    mutating func grow(_ count: Int) -> [Palette] {
        var grown: [Palette] = []
        for kind in plan(count) {
            let taken = grown + [centre]
            var best = (palette: centre, distance: -1.0)
            for _ in 0..<Self.candidates {
                let candidate = vary(kind)
                let distance = taken.map { $0.distance(to: candidate) }.min() ?? 0
                if distance > best.distance { best = (candidate, distance) }
            }
            grown.append(best.palette)
        }
        random.shuffle(&grown)
        return grown
    }

    /// What the variations shall be; those that leave the most room come last.
    private func plan(_ count: Int) -> [VariationKind] {
        let hasMix = !centre.recipe.parts.isEmpty
        let canBalance = movable.count > 1
        // Without a balance to move, others have to make the sheet.
        let wanted = !hasMix ? count : canBalance ? spread.newcomers : min(count - 2, spread.newcomers + 3)
        var kinds = [VariationKind](repeating: .newcomer, count: newcomers.isEmpty ? 0 : wanted)
        if hasMix && !strokes.isEmpty { kinds.append(.stroke) }
        if hasMix && canBalance {
            let strengths = spread.rawValue < Spread.apart.rawValue ? 1 : 2
            kinds += [VariationKind](repeating: .strength, count: strengths)
        }
        let rest = VariationKind.balance
        kinds += [VariationKind](repeating: canBalance ? rest : .strength, count: max(0, count - kinds.count))
        return Array(kinds.prefix(count))
    }

    private mutating func vary(_ kind: VariationKind) -> Palette {
        var palette = centre
        switch kind {
        case .balance: balance(&palette, deviation: spread.deviation)
        case .newcomer: bringIn(&palette)
        case .strength: strengthen(&palette)
        case .stroke:
            let strokes = strokes
            if !strokes.isEmpty { palette.stroke = strokes[random.index(below: strokes.count)] }
        }
        return palette
    }

    /// Multiplies weights, and keeps their sum as far as the sliders reach.
    private mutating func balance(_ palette: inout Palette, deviation: Double) {
        let movable = movable
        let before = movable.map { Double(centre.entries[$0].weight) }
        let after = before.map { $0 * exponential(deviation * random.bell()) }
        let sum = after.reduce(0, +)
        guard let largest = after.max(), sum > 0 else { return }
        let most = Double(Palette.weightRange.upperBound)
        let scale = min(before.reduce(0, +) / sum, most / largest)
        for (index, weight) in zip(movable, after) {
            palette.entries[index].weight = Int((weight * scale).rounded()).clamped(
                to: 1...Palette.weightRange.upperBound)
        }
    }

    private mutating func bringIn(_ palette: inout Palette) {
        let newcomers = newcomers
        guard !newcomers.isEmpty else { return }
        let weights = centre.recipe.parts.map { Double($0.weight) * 100 }
        let mean = weights.isEmpty ? Double(Palette.firstWeight) : weights.reduce(0, +) / Double(weights.count)
        let part = weights.isEmpty ? 1 : spread.newcomerWeight * exponential(0.25 * random.bell())
        if spread.rawValue > Spread.apart.rawValue { balance(&palette, deviation: spread.deviation / 3) }
        palette.lay(newcomers[random.index(below: newcomers.count)], weight: Int((mean * part).rounded()))
    }

    private mutating func strengthen(_ palette: inout Palette) {
        let step = (Double(spread.strengthStep) * random.bell() / 1.5).clamped(
            to: -Double(spread.strengthStep)...Double(spread.strengthStep))
        let units = Int((step / Double(Self.strengthUnit)).rounded())
        palette.strength = (palette.strength + units * Self.strengthUnit).clamped(
            to: 2 * Self.strengthUnit...Palette.strengthRange.upperBound)
    }
}
