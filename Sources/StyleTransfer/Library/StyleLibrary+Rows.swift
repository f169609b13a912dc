extension StyleLibrary {
    /// The network's rows that a recipe mixes, with weights that sum to 1: strength 0 is the row "original",
    /// 1 the mix of the styles, and beyond it the row "original" counts negatively.
    ///
    /// - Parameters:
    ///   - recipe: valid.
    ///   - rows: replaced; keeps its storage, so that nothing is allocated from the second time on.
    /// - Throws: `PaintingError.unknownStyle`.
    package func mixRows(of recipe: Recipe, into rows: inout [(row: Int, weight: Float)]) throws(PaintingError) {
        rows.removeAll(keepingCapacity: true)
        let stroke = recipe.stroke ?? Float(self.stroke)
        // As in `Recipe.normalisedParts`, which would allocate.
        let largest = recipe.parts.reduce(0) { max($0, $1.weight) }
        let sum = recipe.parts.reduce(0) { $0 + (largest > 0 ? $1.weight / largest : 0) }
        let strength = sum > 0 ? StrengthCurve(strength: recipe.strength).style : 0

        func add(_ learnt: [Style.Row], _ weight: Float) {
            let found = StrokeRows(learnt, stroke: stroke)
            if found.share < 1 { rows.append((found.smaller, weight * (1 - found.share))) }
            if found.share > 0 { rows.append((found.larger, weight * found.share)) }
        }

        if strength != 1 { add(original, 1 - strength) }
        for part in recipe.parts {
            let style = try requireStyle(part.style)
            if part.weight > 0, strength > 0 { add(style.rows, strength * (part.weight / largest / sum)) }
        }
    }
}
