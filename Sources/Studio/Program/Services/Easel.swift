import Imaging
import StyleTransfer
import TerminalGraphics

/// A painter with its canvas: the photograph at one size and what was painted of it last.
struct Easel {
    let size: PictureSize
    private(set) var pastiche: Picture
    private let painter: Painter

    init(photograph: Picture, size: PictureSize, library: StyleLibrary, threads: Int) throws {
        let content = photograph.resized(width: size.width, height: size.height)
        self.size = size
        pastiche = content
        painter = try Painter(photograph: content, library: library, threads: threads)
    }

    mutating func paint(_ recipe: Recipe, isWanted: () -> Bool) throws {
        try painter.paint(recipe, into: &pastiche) { _ in isWanted() }
    }
}

/// How large previews are painted.
package enum PreviewSize {
    /// The most pixels of a coarse frame: what a slow machine paints while a hand moves.
    package static let coarsePixels = 256 * 192

    /// What is painted for a request: the photograph fitted into it; a coarse frame is that size divided by
    /// a whole number.
    ///
    /// - Parameter placement: where it will be shown; if the two sizes differ by no more than rounding, its
    ///   size is painted, and nothing has to be resampled.
    package static func painted(
        _ request: PaintRequest, photograph: PictureSize, placement: PicturePlacement?
    ) -> PictureSize {
        var full = photograph.fitted(within: request.width, height: request.height, enlarging: true)
        if let pixels = placement?.pixels, abs(pixels.width - full.width) < 6, abs(pixels.height - full.height) < 6 {
            full = PictureSize(width: pixels.width, height: pixels.height)
        }
        guard request.isCoarse else { return full }
        var divisor = 1
        while full.width * full.height > coarsePixels * divisor * divisor { divisor += 1 }
        return PictureSize(width: full.width / divisor, height: full.height / divisor)
    }
}
