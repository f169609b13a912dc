import Foundation

/// The stroke sizes that the styles of a library have learnt, as a slider shows them: 0 % is the finest, 100 % the
/// broadest. Doubling the size moves the slider by as much everywhere.
public struct StrokeScale: Hashable, Sendable {
    /// In pixels of the style image's short side, as in `Recipe.stroke`.
    public let finest: Float
    public let broadest: Float
    /// What is painted where a recipe names no size.
    public let usual: Float

    /// - Parameter usual: kept within what was learnt.
    /// - Returns: nil if the styles were learnt at one size only: there is nothing to choose.
    public init?(_ styles: [Style], usual: Int) {
        let sizes = styles.flatMap { $0.rows.map(\.stroke) }
        guard let least = sizes.min(), let most = sizes.max(), least < most else { return nil }
        finest = Float(least)
        broadest = Float(most)
        self.usual = Float(min(max(usual, least), most))
    }

    /// Where the slider stands for a size; nil is the usual one.
    public func percent(of stroke: Float?) -> Int {
        let stroke = min(max(stroke ?? usual, finest), broadest)
        return Int((100 * log2(stroke / finest) / log2(broadest / finest)).rounded())
    }

    /// The size at a place of the slider; nil where the usual one stands.
    public func stroke(percent: Int) -> Float? {
        let percent = min(max(percent, 0), 100)
        if percent == self.percent(of: nil) { return nil }
        return finest * pow(broadest / finest, Float(percent) / 100)
    }

    /// The recipe whose strokes cover as much of a picture that is `factor` times as large, as far as the styles have
    /// learnt such strokes.
    ///
    /// - Parameter factor: above 0.
    public func recipe(_ recipe: Recipe, enlargedBy factor: Double) -> Recipe {
        let stroke = Float(Double(recipe.stroke ?? usual) * factor)
        var result = recipe
        let reached = min(max(stroke, finest), broadest)
        result.stroke = reached == usual ? nil : reached
        return result
    }
}

extension StyleLibrary {
    /// The stroke sizes to choose from; nil if the styles have learnt only one.
    public var strokes: StrokeScale? { StrokeScale(styles, usual: stroke) }

    /// The recipe to paint a picture with whose strokes shall look as they do at another size.
    ///
    /// - Parameters:
    ///   - seenAt: the long side at which the strokes look right, above 0; nil leaves the recipe as it is.
    ///   - longSide: of the picture that is painted, above 0.
    public func recipe(_ recipe: Recipe, strokesSeenAt seenAt: Int?, longSide: Int) -> Recipe {
        guard let seenAt, seenAt != longSide, let strokes else { return recipe }
        return strokes.recipe(recipe, enlargedBy: Double(longSide) / Double(seenAt))
    }
}
