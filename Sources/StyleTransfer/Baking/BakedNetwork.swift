import Files
import Imaging
import Networks

/// A mix as a plain network of one style: the convolutions of its library, and one row of gamma and beta, that of the mix
/// at its strength and stroke size.
///
/// The instance normalisations stay, for their statistics are the photograph's. What a strength below 1 and kept colours
/// take from the photograph itself is in no network; the recipe says it, and `paint` does it.
public struct BakedNetwork: Sendable {
    /// What was baked.
    public private(set) var recipe: Recipe
    package let weights: StyleNetworkWeights
    private let preparation: NetworkPreparation

    init(recipe: Recipe, weights: StyleNetworkWeights) {
        self.recipe = recipe
        self.weights = weights
        preparation = NetworkPreparation(weights)
    }

    /// Bakes a recipe.
    ///
    /// - Throws: `RecipeError`, `PaintingError` for styles that the library lacks, `BakedNetworkError.nothingToBake` for
    ///   a recipe that leaves the photograph as it is.
    public init(_ recipe: Recipe, library: StyleLibrary) throws {
        try recipe.validate()
        var rows: [(row: Int, weight: Float)] = []
        try library.mixRows(of: recipe, into: &rows)
        guard !recipe.isPhotograph else { throw BakedNetworkError.nothingToBake }
        let conditioning = try library.weights.conditioning(rows: rows)
        let tensors = library.weights.tensors(with: conditioning)
        self.init(recipe: recipe, weights: try StyleNetworkWeights(tensors: tensors, file: "the baked network"))
    }

    /// The network, with other colours kept: those are not baked in.
    public func keeping(_ colours: KeptColours) -> BakedNetwork {
        var result = self
        result.recipe.keptColours = colours
        return result
    }

    /// Prepares the network for this processor, which painting would do by itself.
    ///
    /// - Throws: `EngineError` if the processor lacks the kernels or the precision that were asked for.
    public func prepare(_ precision: Precision = .single) throws {
        _ = try preparation.network().liveWeights(precision)
    }

    /// Paints one picture once, as `PictureExport.paint` does with the library: the same to the last bit.
    ///
    /// - Parameters:
    ///   - photograph: the content. Memory is saved if the caller gives it away.
    ///   - longSide: the long side of the pastiche in pixels; nil for the photograph's own size.
    ///   - threads: 0 for all cores.
    ///   - progress: called with the share done, 0...1; if it answers false, `PaintingError.cancelled` is thrown.
    /// - Throws: `RecipeError`, `PaintingError`, `EngineError`.
    public func paint(
        _ photograph: consuming Picture, longSide: Int? = nil, threads: Int = 0, precision: Precision = .single,
        progress: (Double) -> Bool = { _ in true }
    ) throws -> Picture {
        try recipe.validate()
        guard progress(0) else { throw PaintingError.cancelled }
        if let longSide { photograph = try photograph.sized(longSide: longSide) }
        return try Painter.paintOnce(
            consume photograph, as: weights.conditioning(rows: [(row: 0, weight: 1)]),
            mixing: PhotographMixing(of: recipe),
            network: preparation.network(), threads: threads, precision: precision, progress: progress)
    }
}
