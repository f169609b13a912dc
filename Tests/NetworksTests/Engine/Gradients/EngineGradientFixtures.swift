import Networks
import Testing

extension EngineFixtures {
    /// Random values as a convolution gives them, and what a random bias and a ReLU make of them.
    static func rectified(
        _ channels: Int, _ height: Int, _ width: Int, using generator: inout SeededGenerator
    ) throws -> (features: RectifiedFeatures, expected: Tensor) {
        let raw = map(channels, height, width, using: &generator)
        let bias = (0..<channels).map { _ in Float.random(in: -0.5...0.5, using: &generator) }
        var expected = raw
        for index in raw.values.indices {
            expected.values[index] = max(raw.values[index] + bias[index / (height * width)], 0)
        }
        return (RectifiedFeatures(try featureMap(raw), through: try RectifiedBias(bias)), expected)
    }

    /// A map with a margin of one pixel on each side, full of what was there before.
    static func gradientMap(_ channels: Int, _ height: Int, _ width: Int) throws -> FeatureMap {
        let map = try FeatureMap(channels: channels, height: height + 2, width: width + 2)
        map.tensor = Tensor(shape: [channels, height + 2, width + 2], repeating: 7)
        return map
    }

    /// The gradient behind a convolution, within a margin of zeros, passed back through it by Winograd's method: with the
    /// border of the convolution's input.
    static func passedBack(
        _ gradient: FeatureMap, _ weights: ConvolutionWeights, for set: InstructionSet, on engine: Engine
    ) throws -> FeatureMap {
        let padded = try FeatureMap(channels: weights.inputs, height: gradient.height, width: gradient.width)
        try WinogradConvolution(
            gradient, weights: .winograd(weights.transposed, for: set), to: padded, border: .repeated, on: engine
        ).run(on: engine)
        return padded
    }

    /// A gradient within a margin of zeros.
    static func gradientMap(_ gradient: Tensor) throws -> FeatureMap {
        let map = try FeatureMap(
            channels: gradient.shape[0], height: gradient.shape[1] + 2, width: gradient.shape[2] + 2)
        map.setInside(gradient)
        return map
    }
}

extension Tensor {
    /// What lies within a margin of one pixel.
    var inside: Tensor {
        var result = Tensor(shape: [shape[0], shape[1] - 2, shape[2] - 2])
        for channel in 0..<result.shape[0] {
            for row in 0..<result.shape[1] {
                for column in 0..<result.shape[2] {
                    result[channel, row, column] = self[channel, row + 1, column + 1]
                }
            }
        }
        return result
    }

    /// The tensor with everything but a margin of one pixel set to zero.
    var margin: Tensor {
        var result = self
        for channel in 0..<shape[0] {
            for row in 1..<shape[1] - 1 {
                for column in 1..<shape[2] - 1 { result[channel, row, column] = 0 }
            }
        }
        return result
    }
}

/// The largest difference of two tensors over the largest value of the second one.
func relativeDifference(_ result: Tensor, _ expected: Tensor) -> Double {
    guard result.shape == expected.shape else { return .infinity }
    return relativeDifference(result.values, expected.values.map(Double.init))
}
