import Kernels

/// 2x2 maximum pooling; a last odd row or column is left out.
package final class PoolingPass: Layer {
    package let units: Int
    private let features: RectifiedFeatures
    private let output: FeatureMap

    /// - Parameter output: half as high and wide, rounded down.
    package init(_ features: RectifiedFeatures, to output: FeatureMap) {
        precondition(output.isWhole && output.channels == features.map.channels)
        precondition(output.height == features.map.height / 2 && output.width == features.map.width / 2)
        self.features = features
        self.output = output
        units = output.blocks * output.height
    }

    /// Moving a value costs about as much as some multiplications.
    package var unitCost: Int { 32 * output.width * ChannelBlock.count }

    package func run(on engine: Engine, units: Range<Int>) {
        let layer = PoolingLayer(
            input: features.map.view, activation: features.activation, output: output.view)
        engine.run(engine.kernels.maximum_pooling, layer, units: units)
    }
}
