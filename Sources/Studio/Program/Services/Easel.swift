import Imaging
import StyleTransfer
import TerminalGraphics

/// A painter with its canvas: the photograph at one size and what was painted of it last.
struct Easel {
    let size: PictureSize
    private(set) var pastiche: Picture
    private let painter: Painter

    init(photograph: Picture, size: PictureSize, library: StyleLibrary, threads: Int, precision: Precision) throws {
        let content = photograph.resized(width: size.width, height: size.height)
        self.size = size
        pastiche = content
        painter = try Painter(photograph: content, library: library, threads: threads, precision: precision)
    }

    mutating func paint(_ recipe: Recipe, isWanted: () -> Bool) throws {
        try painter.paint(recipe, into: &pastiche) { _ in isWanted() }
    }

    /// Paints beside the canvas: the pastiche stays.
    func paint(_ recipe: Recipe, into picture: inout Picture) throws {
        try painter.paint(recipe, into: &picture)
    }
}

/// How large previews are painted.
package enum PreviewSize {
    /// What is painted for a request: the photograph fitted into it.
    ///
    /// - Parameter placement: where it will be shown; if a full frame differs from its size by no more than
    ///   rounding, its size is painted, and nothing has to be resampled.
    package static func painted(
        _ request: PaintRequest, photograph: PictureSize, placement: PicturePlacement?
    ) -> PictureSize {
        let fitted = photograph.fitted(within: request.width, height: request.height, enlarging: true)
        guard !request.isCoarse, let pixels = placement?.pixels,
            abs(pixels.width - fitted.width) < 6, abs(pixels.height - fitted.height) < 6
        else { return fitted }
        return PictureSize(width: pixels.width, height: pixels.height)
    }

    /// What is painted for a trial: twice the size it is shown at, because strokes have a size in pixels and look
    /// coarser the smaller a picture is.
    package static func trial(photograph: PictureSize, placement: PicturePlacement) -> PictureSize {
        let side = (2 * max(placement.pixels.width, placement.pixels.height)).clamped(to: 192...640)
        return photograph.fitted(within: side, height: side, enlarging: true)
    }
}
