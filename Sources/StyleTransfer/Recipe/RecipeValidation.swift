extension Recipe {
    /// Checks what a file or a command line may have got wrong.
    ///
    /// - Throws: `RecipeError` for a style without a name or named twice, a weight that is
    ///   negative or no number, a strength, a stroke or kept colours outside their range.
    public func validate() throws(RecipeError) {
        for (index, part) in parts.enumerated() {
            guard !part.style.isEmpty else { throw .namelessStyle }
            guard part.weight.isFinite, part.weight >= 0 else {
                throw .weight(style: part.style, value: part.weight)
            }
            guard !parts[..<index].contains(where: { $0.style == part.style }) else {
                throw .repeatedStyle(part.style)
            }
        }
        guard Recipe.strengthRange.contains(strength) else { throw .strength(strength) }
        if let stroke, !Recipe.strokeRange.contains(stroke) { throw .stroke(stroke) }
        guard KeptColours.amountRange.contains(keptColours.amount) else { throw .keptColours(keptColours.amount) }
    }

    /// The nearest valid recipe: numbers moved into their ranges, what is no number becoming 0 (the strength 1),
    /// a style that is named twice keeping the sum of its weights.
    public func clamped() -> Recipe {
        var result = Recipe(strength: strength.isNaN ? 1 : Recipe.strengthRange.clamp(strength))
        if let stroke, !stroke.isNaN { result.stroke = Recipe.strokeRange.clamp(stroke) }
        let amount = keptColours.amount.isNaN ? 0 : KeptColours.amountRange.clamp(keptColours.amount)
        result.keptColours = KeptColours(amount: amount, by: keptColours.way)
        for part in parts where !part.style.isEmpty {
            let weight = part.weight.isFinite ? max(0, part.weight) : 0
            if let index = result.parts.firstIndex(where: { $0.style == part.style }) {
                result.parts[index].weight += weight
            } else {
                result.parts.append(Part(style: part.style, weight: weight))
            }
        }
        return result
    }
}

extension ClosedRange<Float> {
    fileprivate func clamp(_ value: Float) -> Float {
        Swift.min(Swift.max(value, lowerBound), upperBound)
    }
}
