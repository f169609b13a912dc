import Kernels

/// The way back from a painted picture through its sigmoid and the pixel shuffle by two.
package final class ShuffledPictureGradient: Layer {
    package var units: Int { output.height - 2 }
    private let output: FeatureMap
    private let height: Int
    private let width: Int
    private var planes: (picture: UnsafePointer<Float>, gradient: UnsafePointer<Float>)?

    /// - Parameters:
    ///   - height: the rows of the picture; what was painted beyond them received no gradient.
    ///   - width: the columns of the picture, likewise.
    ///   - output: of 12 channels and half the picture's size, rounded up or more, with a margin of one pixel that holds
    ///     zeros: receives the gradient with respect to what the last convolution and its bias gave.
    package init(height: Int, width: Int, to output: FeatureMap) {
        precondition(output.isWhole && output.channels == 12)
        precondition(height <= 2 * (output.height - 2) && width <= 2 * (output.width - 2))
        self.output = output
        self.height = height
        self.width = width
    }

    package var unitCost: Int { 16 * 12 * output.width }

    /// Lets the layer read planes of red, green and blue while `body` runs: the picture, as it was painted, and the
    /// gradient with respect to it.
    package func reading<Result>(
        _ picture: [Float], gradient: [Float], _ body: () throws -> Result
    ) rethrows -> Result {
        precondition(picture.count == 3 * height * width && gradient.count == picture.count)
        return try picture.withUnsafeBufferPointer { picture in
            try gradient.withUnsafeBufferPointer { gradient in
                if let picture = picture.baseAddress, let gradient = gradient.baseAddress {
                    planes = (picture, gradient)
                }
                defer { planes = nil }
                return try body()
            }
        }
    }

    /// - Precondition: within `reading`.
    package func run(on engine: Engine, units: Range<Int>) {
        guard let planes else { return }
        let layer = ShuffledPictureGradientLayer(
            planes: planes.picture, gradient: planes.gradient, height: height, width: width, output: output.view)
        engine.run(engine.kernels.shuffled_picture_gradient, layer, units: units)
    }
}
