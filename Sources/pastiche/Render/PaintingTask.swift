import Imaging
import Studio
import StyleTransfer

/// How a command's photographs are painted, the same for all of them.
struct PaintingTask {
    /// What paints.
    enum Subject {
        /// - strokesSeenAt: the long side at which the recipe's strokes look as they shall; nil paints them as they are.
        case mix(Recipe, StyleLibrary, strokesSeenAt: Int?)
        case network(BakedNetwork)

        /// - Throws: `EngineError` if the processor lacks the kernels or the precision.
        func prepare(_ precision: Precision) throws {
            switch self {
            case .mix(_, let library, _): try library.prepare(precision)
            case .network(let network): try network.prepare(precision)
            }
        }
    }

    let subject: Subject
    /// The long side of the paintings in pixels; nil for each photograph's own.
    let longSide: Int?
    let threads: Int
    let precision: Precision
    /// Whether a painting's file says how it was painted.
    let carriesRecipe: Bool

    /// Paints a photograph that was read and encodes the painting.
    ///
    /// - Parameters:
    ///   - bytes: the content of the photograph's file.
    ///   - name: what errors call it.
    ///   - path: where the photograph is; nil if it is no file.
    ///   - progress: if it answers false, `PaintingError.cancelled` is thrown.
    func paint(
        _ bytes: [UInt8], name: String, path: String?, as encoding: PictureEncoding,
        progress: (TaskProgress) -> Bool
    ) throws -> [UInt8] {
        let begin = ContinuousClock.now
        var remaining = RemainingTime()
        let photograph = try Picture.decode(bytes, name: name)
        let size = photograph.size
        func isWanted(_ share: Double) -> Bool {
            progress(remaining.progress(share: share, after: (ContinuousClock.now - begin) / .seconds(1)))
        }
        let painting: Picture
        let painted: Recipe
        switch subject {
        case .mix(let recipe, let library, let strokesSeenAt):
            painting = try PictureExport.paint(
                consume photograph, recipe, longSide: longSide, strokesSeenAt: strokesSeenAt, library: library,
                threads: threads, precision: precision, progress: isWanted)
            painted = library.recipe(recipe, strokesSeenAt: strokesSeenAt, longSide: painting.size.longSide)
        case .network(let network):
            painting = try network.paint(
                consume photograph, longSide: longSide, threads: threads, precision: precision, progress: isWanted)
            painted = network.recipe
        }
        let record = PaintingRecord(recipe: painted, photograph: path, size: size, painting: painting.size)
        return try painting.encoded(
            as: encoding, metadata: PictureMetadata(note: carriesRecipe ? record.text : nil))
    }
}
