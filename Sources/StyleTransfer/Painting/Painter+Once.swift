import Imaging
import Networks

extension Painter {
    /// Paints one photograph once, in less memory than a painter that is kept: at strength 1, if no colours are kept,
    /// in the photograph's own planes, unless they are shared with another picture. The pastiche is the same to the last bit.
    ///
    /// - Parameters:
    ///   - photograph: painted at the size it has. Its opacity becomes the pastiche's.
    ///   - recipe: styles that the library lacks are an error, even with weight 0.
    ///   - threads: 0 for all cores.
    ///   - precision: in which the styles are painted.
    ///   - progress: called every few milliseconds with the share done, 0...1; if it answers false,
    ///     `PaintingError.cancelled` is thrown.
    /// - Throws: `RecipeError`, `PaintingError`, `EngineError`.
    public static func paintOnce(
        _ photograph: consuming Picture, _ recipe: Recipe, library: StyleLibrary, threads: Int = 0,
        precision: Precision = .single, progress: (Double) -> Bool = { _ in true }
    ) throws -> Picture {
        try recipe.validate()
        var rows: [(row: Int, weight: Float)] = []
        try library.mixRows(of: recipe, into: &rows)
        guard !recipe.isPhotograph else { return photograph }
        var conditioning = Conditioning(for: library.weights.architecture)
        try library.weights.mix(rows: rows, into: &conditioning)
        return try paintOnce(
            consume photograph, as: conditioning, mixing: PhotographMixing(of: recipe), network: library.network(),
            threads: threads, precision: precision, progress: progress)
    }

    /// - Parameters:
    ///   - conditioning: a mix of the network's rows.
    ///   - mixing: what of the photograph comes into the painting.
    static func paintOnce(
        _ photograph: consuming Picture, as conditioning: Conditioning, mixing: PhotographMixing,
        network: PreparedStyleNetwork, threads: Int, precision: Precision, progress: (Double) -> Bool
    ) throws -> Picture {
        let original = mixing.isPaintingAlone ? nil : copy photograph
        try network.repaint(
            &photograph, as: conditioning, threads: threads, precision: precision, progress: progress)
        if let original {
            let engine = try Engine(instructionSet: network.instructionSet, threads: threads)
            mixing.mix(original, colours: ColourStatistics(original), into: &photograph, on: engine)
        }
        guard progress(1) else { throw PaintingError.cancelled }
        return photograph
    }
}
