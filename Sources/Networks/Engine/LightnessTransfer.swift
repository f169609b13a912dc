import Kernels

/// Gives a painting the photograph's hue and chroma at every place, and keeps the painting's lightness (after "luminance
/// only" in Gatys et al. 2016, "Preserving Color in Neural Artistic Style Transfer", but in Oklab).
///
/// Where a screen cannot show so much chroma at that lightness, chroma is taken away until it can; lightness and hue
/// stay. The result does not depend on the number of threads.
package struct LightnessTransfer {
    private static let pixelsPerUnit = 2048

    /// How far hue and chroma go from the painting's to the photograph's, 0...1.
    package var amount: Float

    package init(amount: Float) {
        self.amount = amount
    }

    /// - Parameters:
    ///   - painting: the red plane, then green, then blue; changed in place, and within 0...1 afterwards.
    ///   - photograph: planes of the same size.
    package func apply(to painting: inout [Float], from photograph: [Float], on engine: Engine) {
        precondition(painting.count == photograph.count && painting.count % 3 == 0)
        let pixels = painting.count / 3
        painting.withUnsafeMutableBufferPointer { painting in
            photograph.withUnsafeBufferPointer { photograph in
                let layer = LightnessTransferLayer(
                    painting: painting.baseAddress, photograph: photograph.baseAddress, pixels: pixels,
                    pixels_per_unit: Self.pixelsPerUnit, amount: amount)
                let units = (pixels + Self.pixelsPerUnit - 1) / Self.pixelsPerUnit
                engine.run(engine.kernels.lightness_transfer, layer, units: 0..<units)
            }
        }
    }
}
