import Files
import Foundation
import Imaging
import Networks

/// The long task from a photograph's file to the pastiche's: read, paint at full size, write.
///
/// A value that says what to do; `run` does it, on the thread that calls it.
public struct PictureExport: Sendable, Equatable {
    /// The photograph's path.
    public var photograph: String
    public var recipe: Recipe
    /// Where the pastiche goes; the ending says the format.
    public var output: String
    /// How large the pastiche becomes; the photograph is made smaller or larger before it is painted.
    public var size: ExportSize
    /// JPEG quality, 1...100.
    public var quality: Int
    /// The long side at which the recipe's strokes look as they shall; nil paints them as many pixels large as ever.
    public var strokesSeenAt: Int?
    /// Whether an existing output may be replaced.
    public var replacing: Bool

    public init(
        photograph: String, recipe: Recipe, output: String, size: ExportSize = .original, quality: Int = 92,
        strokesSeenAt: Int? = nil, replacing: Bool = false
    ) {
        self.photograph = photograph
        self.recipe = recipe
        self.output = output
        self.size = size
        self.quality = quality
        self.strokesSeenAt = strokesSeenAt
        self.replacing = replacing
    }

    /// Does the task.
    ///
    /// - Parameters:
    ///   - library: the styles and their network.
    ///   - threads: 0 for all cores.
    ///   - progress: hears how far the task is; if it answers false, the task ends with
    ///     `PaintingError.cancelled`. Not asked any more once the writing has begun.
    ///   - metadata: answers what the file says beside the pixels, given the sizes of photograph and pastiche.
    /// - Throws: `RecipeError`, `PaintingError`, `PictureError`, `FileError`; the output is then as it was before.
    public func run(
        library: StyleLibrary, threads: Int = 0, progress: (TaskProgress) -> Bool = { _ in true },
        metadata: (_ photograph: PictureSize, _ pastiche: PictureSize) -> PictureMetadata = { _, _ in .init() }
    ) throws {
        // What can be wrong is found before the work: nobody waits minutes for an ending's misspelling.
        try library.check(recipe)
        let encoding = try PictureEncoding(path: output, quality: quality)
        if let identity = FileIdentity(output), identity == FileIdentity(photograph) {
            throw PaintingError.replacesPhotograph(path: output)
        }
        try checkWritable(output, replacingExisting: replacing)

        let begin = ContinuousClock.now
        var remaining = RemainingTime()
        func isWanted(_ share: Double) -> Bool {
            progress(remaining.progress(share: share, after: (ContinuousClock.now - begin) / .seconds(1)))
        }

        guard isWanted(0) else { throw PaintingError.cancelled }
        let original = try Picture.read(path: photograph)
        guard isWanted(Share.reading) else { throw PaintingError.cancelled }
        let photographSize = original.size
        let pastiche = try Self.paint(
            consume original, recipe, longSide: size.longSide(of: photographSize), strokesSeenAt: strokesSeenAt,
            library: library, threads: threads
        ) {
            isWanted(Share.reading + $0 * (Share.painting - Share.reading))
        }
        try pastiche.write(
            to: output, as: encoding, replacingExisting: replacing, metadata: metadata(photographSize, pastiche.size))
        _ = isWanted(1)
    }

    /// Paints one picture once.
    ///
    /// - Parameters:
    ///   - photograph: the content. Memory is saved if the caller gives it away.
    ///   - recipe: styles that the library lacks are an error.
    ///   - longSide: the long side of the pastiche in pixels; nil for the photograph's own size.
    ///   - strokesSeenAt: see `PictureExport.strokesSeenAt`; above 0.
    ///   - progress: called with the share done, 0...1; if it answers false, `PaintingError.cancelled` is thrown.
    /// - Throws: `RecipeError`, `PaintingError`.
    public static func paint(
        _ photograph: consuming Picture, _ recipe: Recipe, longSide: Int? = nil, strokesSeenAt: Int? = nil,
        library: StyleLibrary, threads: Int = 0, precision: Precision = .single,
        progress: (Double) -> Bool = { _ in true }
    ) throws -> Picture {
        try recipe.validate()
        try library.check(recipe)
        guard progress(0) else { throw PaintingError.cancelled }
        if let longSide { photograph = try photograph.sized(longSide: longSide) }
        let recipe = library.recipe(recipe, strokesSeenAt: strokesSeenAt, longSide: photograph.size.longSide)
        return try Painter.paintOnce(
            photograph, recipe, library: library, threads: threads, precision: precision, progress: progress)
    }

    /// Where the stages end, as shares of a typical export.
    private enum Share {
        static let reading = 0.05
        static let painting = 0.9
    }
}

extension Picture {
    /// The picture resampled to a long side, larger or smaller.
    ///
    /// - Throws: `PaintingError.tooLarge` where the size is beyond what pictures may be.
    package func sized(longSide: Int) throws(PaintingError) -> Picture {
        // The long side first: its square must not overflow.
        let limit = PictureLimits().maximumPixels
        let target = size.fitted(longSide: min(longSide, limit), enlarging: true)
        guard target.width <= limit / target.height else {
            throw .tooLarge(width: target.width, height: target.height, limit: limit)
        }
        return resized(width: target.width, height: target.height)
    }
}
