import Files
import Foundation
import Imaging
import Studio
import StyleTransfer

/// How `paint` paints its photograph.
struct FinePaintingTask {
    /// How large the painting becomes.
    enum Size: Equatable {
        case longSide(Int)
        /// As large as the photograph, unless its long side is longer.
        case atMost(Int)
        case scale(Double)

        /// The long side of the painting of a photograph.
        func longSide(of photograph: PictureSize) -> Int {
            switch self {
            case .longSide(let pixels): pixels
            case .atMost(let pixels): min(pixels, photograph.longSide)
            case .scale(let factor): max(1, Int((Double(photograph.longSide) * factor).rounded()))
            }
        }
    }

    let styles: [StyleArgument]
    let settings: FineSettings
    /// The long side at which the strokes look as they shall; nil paints them as they are.
    let strokesSeenAt: Int?
    let perceptual: PerceptualWeights
    let library: StyleLibrary
    let size: Size
    let threads: Int
    /// Whether the painting's file says how it was painted.
    let carriesRecipe: Bool

    /// The painting as a file's content, and how far it came.
    struct Result {
        var bytes: [UInt8]
        var iterations: Int
        var isComplete: Bool
    }

    /// Paints a photograph that was read and encodes the painting.
    ///
    /// - Parameters:
    ///   - bytes: the content of the photograph's file.
    ///   - name: what errors call it.
    ///   - path: where the photograph is; nil if it is no file.
    ///   - progress: if it answers false, the painting ends as it is then.
    /// - Throws: also `PaintingError.cancelled` if nothing was painted yet.
    func paint(
        _ bytes: [UInt8], name: String, path: String?, as encoding: PictureEncoding,
        progress: (FineProgress) -> Bool
    ) throws -> Result {
        let photograph = try Picture.decode(bytes, name: name)
        let photographSize = photograph.size
        let sized = try photograph.sized(longSide: size.longSide(of: photographSize))
        var settings = settings
        settings.stroke = stroke(longSide: sized.size.longSide)
        let painter = try FinePainter(
            photograph: sized, styles: try pictures(), settings: settings, perceptual: perceptual, library: library,
            threads: threads)
        let painting = try painter.paint { now, _ in progress(now) }
        let note = recipe(stroke: settings.stroke).map {
            PaintingRecord(recipe: $0, photograph: path, size: photographSize, painting: painting.picture.size).text
        }
        return Result(
            bytes: try painting.picture.encoded(as: encoding, metadata: PictureMetadata(note: note)),
            iterations: painting.iterations, isComplete: painting.isComplete)
    }

    private func pictures() throws -> [FineStyle] {
        try styles.map { style in
            FineStyle(picture: try .read(path: style.path), weight: style.weight, knownAs: style.name)
        }
    }

    private func stroke(longSide: Int) -> Float {
        guard let strokesSeenAt else { return settings.stroke }
        let range = Recipe.strokeRange
        let stroke = settings.stroke * Float(longSide) / Float(strokesSeenAt)
        return min(max(stroke, range.lowerBound), range.upperBound)
    }

    /// What the studio can go on from: the mix, if the fast network knows all of it.
    private func recipe(stroke: Float) -> Recipe? {
        guard carriesRecipe else { return nil }
        let parts = styles.compactMap { style in
            style.name.map { Recipe.Part(style: $0, weight: style.weight) }
        }
        guard parts.count == styles.count else { return nil }
        return Recipe(parts: parts, stroke: stroke == Float(library.stroke) ? nil : stroke)
    }
}
