import Kernels

/// The way back from a convolution's input through its mirrored border and the ReLU before it, or through pooling or
/// upsampling and the ReLU before that.
package final class ActivationGradient: Layer {
    /// What stands between the ReLU and the convolution.
    package enum Resampling: Sendable {
        case none
        /// 2x2 maximum pooling.
        case pooling
        /// Nearest upsampling by two.
        case upsampling
    }

    package let units: Int
    /// Whether there is a gradient of a convolution.
    package var receives = true
    /// Whether the output holds another gradient with respect to what the ReLU gave, to be added.
    package var adds = false
    private let padded: FeatureMap?
    private let features: RectifiedFeatures
    private let output: FeatureMap
    private let resampling: Resampling

    /// - Parameters:
    ///   - padded: the gradient with respect to the convolution's input and its border; nil if no convolution follows.
    ///   - resampling: between the ReLU and the convolution.
    ///   - features: what the ReLU gave.
    ///   - output: two rows and columns larger than the features; receives the gradient with respect to what the ReLU was
    ///     given, and a margin of zeros.
    package init(
        from padded: FeatureMap?, resampling: Resampling = .none, through features: RectifiedFeatures,
        to output: FeatureMap
    ) {
        let map = features.map
        precondition(output.isWhole && output.channels == map.channels)
        precondition(output.height == map.height + 2 && output.width == map.width + 2)
        self.padded = padded
        self.features = features
        self.output = output
        self.resampling = resampling
        units = map.blocks * (resampling == .pooling ? (map.height + 1) / 2 : map.height)
    }

    /// Moving a value costs about as much as some multiplications.
    package var unitCost: Int { (resampling == .none ? 16 : 32) * features.map.width * ChannelBlock.count }

    package func run(on engine: Engine, units: Range<Int>) {
        let (map, kernels) = (features.map, engine.kernels)
        let (kernel, height, width) =
            switch resampling {
            case .none: (kernels.activation_gradient, map.height, map.width)
            case .pooling: (kernels.pooling_gradient, map.height / 2, map.width / 2)
            case .upsampling: (kernels.upsampling_gradient, 2 * map.height, 2 * map.width)
            }
        guard let kernel else { return }
        let layer = ActivationGradientLayer(
            gradient: PaddedGradient(receives ? padded : nil, height: height, width: width), features: map.view,
            activation: features.activation, output: output.view, adds: adds)
        engine.run(kernel, layer, units: units)
    }
}

extension FeatureMap {
    /// Writes a gradient within the margin of one pixel.
    ///
    /// - Parameter gradient: `[channels, height - 2, width - 2]`.
    package func setInside(_ gradient: Tensor) {
        precondition(gradient.shape == [channels, height - 2, width - 2] && isWhole)
        let (rows, columns, block) = (height - 2, width - 2, ChannelBlock.count)
        gradient.values.withUnsafeBufferPointer { values in
            for channel in 0..<channels {
                for row in 0..<rows {
                    let target = ((channel / block * height + row + 1) * width + 1) * block + channel % block
                    let source = (channel * rows + row) * columns
                    for column in 0..<columns { self.values[target + column * block] = values[source + column] }
                }
            }
        }
    }
}
