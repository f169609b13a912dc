import Kernels

/// The way back through an instance normalisation: to what was normalised, to gamma and to beta.
///
/// Sums over pixels are made in runs of rows that do not depend on the number of threads, and so are the same to the last
/// bit for any.
package final class NormalisationGradient {
    private static let rowsPerUnit = 8

    /// The gradients with respect to gamma and beta, of the last run.
    package private(set) var gamma: [Float]
    package private(set) var beta: [Float]
    private let features: FeatureMap
    private let normaliser: InstanceNormaliser
    private let gradient: FeatureMap
    private let output: FeatureMap
    private let units: Int
    /// The sums of all units, then the means of gradients and of their products.
    private let memory: KernelMemory

    /// - Parameters:
    ///   - features: what was normalised.
    ///   - normaliser: of these features.
    ///   - gradient: with respect to what came out, with a margin of one pixel. What a ReLU behind it held back is zero there
    ///     already.
    ///   - output: receives the gradient with respect to `features`, and a margin of zeros; may be `gradient`.
    package init(
        of features: FeatureMap, by normaliser: InstanceNormaliser, from gradient: FeatureMap, to output: FeatureMap
    ) throws(EngineError) {
        for map in [gradient, output] {
            precondition(map.isWhole && map.channels == features.channels)
            precondition(map.height == features.height + 2 && map.width == features.width + 2)
        }
        precondition(features.isWhole)
        self.features = features
        self.normaliser = normaliser
        self.gradient = gradient
        self.output = output
        units = features.blocks * Self.runs(features)
        memory = try KernelMemory(count: 2 * ChannelBlock.count * (units + features.blocks))
        gamma = [Float](repeating: 0, count: features.channels)
        beta = gamma
    }

    private static func runs(_ features: FeatureMap) -> Int {
        (features.height + rowsPerUnit - 1) / rowsPerUnit
    }

    /// - Precondition: the normaliser's last `update` was for what the features hold.
    package func run(on engine: Engine) {
        let (block, padded) = (ChannelBlock.count, features.blocks * ChannelBlock.count)
        let means = memory.values + 2 * block * units
        let scale = normaliser.activation.scale
        let layer = NormalisationGradientLayer(
            features: features.view, gradient: gradient.view, output: output.view, scale: scale,
            mean: normaliser.mean, inverse_deviation: normaliser.inverseDeviation, sums: memory.values,
            mean_gradient: means, mean_product: means + padded, rows_per_unit: Self.rowsPerUnit)
        engine.run(engine.kernels.normalisation_sums, layer, units: 0..<units)

        let (runs, pixels) = (Self.runs(features), Double(features.height * features.width))
        for channel in 0..<features.channels {
            var (sum, product) = (0.0, 0.0)
            for run in 0..<runs {
                let place = 2 * block * (channel / block * runs + run) + channel % block
                sum += Double(memory.values[place])
                product += Double(memory.values[place + block])
            }
            beta[channel] = Float(sum)
            gamma[channel] = Float(product)
            means[channel] = Float(sum / pixels)
            means[padded + channel] = Float(product / pixels)
        }
        engine.run(engine.kernels.normalisation_gradient, layer, units: 0..<units)
    }
}
