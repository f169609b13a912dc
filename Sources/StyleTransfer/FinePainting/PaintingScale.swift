import Imaging

/// One of the sizes that a painting passes through, from coarse to fine.
package struct PaintingScale: Sendable, Equatable {
    package let size: PictureSize
    /// The size as a share of the last one's, in length.
    package let share: Double
    package let iterations: Int

    /// What the iterations cost, in those of a pixel.
    var cost: Double { Double(iterations) * Double(size.width) * Double(size.height) }

    /// The shortest sides that a painting begins with, its own and that of the styles' pictures.
    private static let shortestSide = 96
    private static let shortestStroke: Float = 32

    /// The sizes of a painting: each twice as long as the one before. Most iterations are done where they are cheap and
    /// large shapes are near each other: each size gets half as many as the one before.
    ///
    /// - Parameters:
    ///   - size: the painting's, the last one.
    ///   - stroke: the short side of the styles' pictures at the last size.
    ///   - sizes: how many there may be, at least 1; nil for as many as there are.
    ///   - iterations: of all sizes together, at least 1.
    package static func scales(
        to size: PictureSize, stroke: Float, sizes: Int? = nil, iterations: Int
    ) -> [PaintingScale] {
        var halvings = 0
        while min(size.width, size.height) >> (halvings + 1) >= shortestSide,
            stroke / Float(1 << (halvings + 1)) >= shortestStroke, halvings + 1 < sizes ?? .max
        {
            halvings += 1
        }
        var left = iterations
        return (0...halvings).map { index in
            let remaining = halvings - index
            // Of 2^n - 1 parts, 2^(n - 1) fall to the first size.
            let parts = (1 << (remaining + 1)) - 1
            let own = remaining == 0 ? left : left * (1 << remaining) / parts
            left -= own
            let share = 1 / Double(1 << remaining)
            return PaintingScale(
                size: remaining == 0
                    ? size
                    : PictureSize(
                        width: Int((Double(size.width) * share).rounded()),
                        height: Int((Double(size.height) * share).rounded())),
                share: share, iterations: own)
        }
        // A handful of iterations may leave nothing to the first sizes.
        .filter { $0.iterations > 0 }
    }
}
