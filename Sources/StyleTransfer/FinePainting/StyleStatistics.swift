import Imaging
import Networks

/// The Gram matrices of a mix of styles, for one size of strokes.
///
/// Several styles make one target: the sum of their matrices by their shares, as the fast network was taught. A sum of
/// losses against each style's own matrices has its least value at such a sum too, only with a share that is divided by
/// the matrix's squared norm, so that the faintest style would win every mix; and its least value is far from 0.
package struct StyleStatistics {
    package let grams: [PerceptualLayer: Tensor]

    /// - Parameters:
    ///   - styles: at least one with a weight above 0; those without are not looked at.
    ///   - stroke: the short side, in pixels, that their pictures are looked at with.
    /// - Throws: `PerceptualError`, `EngineError`.
    package init(
        of styles: [FineStyle], stroke: Float, layers: Set<PerceptualLayer>, weights: PerceptualWeights, threads: Int
    ) throws {
        let largest = styles.reduce(0) { max($0, $1.weight) }
        let sum = styles.reduce(0) { $0 + $1.weight / largest }
        var grams: [PerceptualLayer: Tensor] = [:]
        for style in styles where style.weight > 0 {
            let picture = style.seen(atStroke: stroke)
            let network = try PerceptualNetwork(
                weights: weights, width: picture.width, height: picture.height, layers: layers, passesBack: false,
                threads: threads)
            network.run(picture.samples)
            let share = style.weight / largest / sum
            for layer in layers {
                let gram = network.gram(layer)
                var mixed = grams[layer] ?? Tensor(shape: gram.shape)
                for index in mixed.values.indices { mixed.values[index] += share * gram.values[index] }
                grams[layer] = mixed
            }
        }
        self.grams = grams
    }
}
