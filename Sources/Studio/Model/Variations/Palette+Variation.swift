import Foundation

extension Palette {
    /// Puts a style into the mix with a weight; what is soloed does not silence it.
    mutating func lay(_ style: String, weight: Int) {
        let weight = weight.clamped(to: 1...Self.weightRange.upperBound)
        if let index = entries.firstIndex(where: { $0.style == style }) {
            entries[index].weight = weight
            return
        }
        var entry = Entry(style: style, weight: weight)
        entry.isSoloed = entries.contains { $0.isSoloed }
        entries.append(entry)
    }

    /// Every style's part of what is painted, 0...1; styles that take no part are left out.
    var shares: [String: Double] {
        var shares: [String: Double] = [:]
        for index in entries.indices {
            let share = share(index)
            if share > 0 { shares[entries[index].style] = share }
        }
        return shares
    }

    /// How unlike two mixes look, roughly: 0 for equals, about 2 for mixes without a common style.
    func distance(to other: Palette) -> Double {
        let shares = shares
        let others = other.shares
        let styles = Set(shares.keys).union(others.keys)
        let parts = styles.reduce(0) { $0 + abs((shares[$1] ?? 0) - (others[$1] ?? 0)) }
        let strength = abs(Double(strength - other.strength)) / 100
        guard let stroke, let otherStroke = other.stroke else {
            return parts + strength + (self.stroke == other.stroke ? 0 : 0.5)
        }
        return parts + strength + 0.5 * abs(log2(Double(stroke / otherStroke)))
    }
}

/// e to the power of a number.
func exponential(_ power: Double) -> Double { exp(power) }
