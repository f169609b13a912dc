import Kernels

/// The gradient with respect to a picture, of that with respect to the picture and its mirrored border.
package final class PictureGradient: Layer {
    package var units: Int { height }
    private let padded: FeatureMap
    private let height: Int
    private let width: Int
    private var planes: UnsafeMutablePointer<Float>?

    /// - Parameter padded: of three channels, two rows and columns larger than the picture.
    package init(from padded: FeatureMap) {
        precondition(padded.isWhole && padded.channels == 3)
        self.padded = padded
        height = padded.height - 2
        width = padded.width - 2
    }

    package var unitCost: Int { 16 * width }

    /// Lets the layer write planes of red, green and blue while `body` runs.
    package func writing<Result>(_ samples: inout [Float], _ body: () throws -> Result) rethrows -> Result {
        precondition(samples.count == 3 * height * width)
        return try samples.withUnsafeMutableBufferPointer { buffer in
            planes = buffer.baseAddress
            defer { planes = nil }
            return try body()
        }
    }

    /// - Precondition: within `writing`.
    package func run(on engine: Engine, units: Range<Int>) {
        guard let planes else { return }
        let layer = PictureGradientLayer(
            gradient: PaddedGradient(padded, height: height, width: width), planes: planes, height: height,
            width: width)
        engine.run(engine.kernels.picture_gradient, layer, units: units)
    }
}
