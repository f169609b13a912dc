import Imaging
import Networks

/// Paints one photograph in changing mixes.
///
/// Content features are computed once in `init`; each `paint` then costs the residual blocks and the
/// decoder, whatever the number of styles, and allocates nothing. Below strength 1, and where a recipe keeps
/// colours, the photograph's are mixed in, which costs two or three passes over the picture. Not `Sendable`: one thread paints.
public final class Painter {
    /// The size of what is painted: the photograph's.
    public let width: Int
    public let height: Int
    private let photograph: Picture
    private let library: StyleLibrary
    private let photographColours: ColourStatistics
    private var rows: [(row: Int, weight: Float)] = []
    private var conditioning: Conditioning
    private let session: StyleNetworkSession

    /// - Parameters:
    ///   - photograph: painted at the size it has. Its opacity becomes the pastiche's.
    ///   - library: the styles and their network.
    ///   - threads: 0 for all cores.
    ///   - precision: in which the styles are painted.
    /// - Throws: `EngineError`, also if this machine does not have the precision.
    public init(
        photograph: Picture, library: StyleLibrary, threads: Int = 0, precision: Precision = .single
    ) throws {
        width = photograph.width
        height = photograph.height
        self.photograph = photograph
        self.library = library
        photographColours = ColourStatistics(photograph)
        conditioning = Conditioning(for: library.weights.architecture)
        session = try StyleNetworkSession(
            network: library.network(), photograph: photograph, threads: threads, precision: precision)
    }

    /// Paints the photograph by a recipe.
    ///
    /// - Parameters:
    ///   - recipe: styles that the library lacks are an error, even with weight 0.
    ///   - picture: receives the pastiche. Its storage is used again if it has the photograph's size.
    ///   - progress: called between layers with the share done, 0...1; if it answers false,
    ///     `PaintingError.cancelled` is thrown and `picture` holds anything.
    /// - Throws: `RecipeError`, `PaintingError`.
    public func paint(
        _ recipe: Recipe, into picture: inout Picture, progress: (Double) -> Bool = { _ in true }
    ) throws {
        try recipe.validate()
        try library.mixRows(of: recipe, into: &rows)
        if picture.width != width || picture.height != height { picture = Picture(width: width, height: height) }
        picture.alpha = photograph.alpha
        if recipe.isPhotograph {
            picture.copyColours(of: photograph)
        } else {
            try library.weights.mix(rows: rows, into: &conditioning)
            try session.paint(conditioning, into: &picture, progress: progress)
            PhotographMixing(of: recipe).mix(
                photograph, colours: photographColours, into: &picture, on: session.engine)
        }
        guard progress(1) else { throw PaintingError.cancelled }
    }
}
