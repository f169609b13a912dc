import Networks
import Testing

/// Random layers, and the measure by which the engine is held against the naive ones.
enum EngineFixtures {
    /// Every instruction set that this machine runs.
    static let instructionSets = InstructionSet.allCases.filter(\.isSupported)

    /// Sizes with and without whole tiles, blocks and bands, down to a single pixel.
    static let sizes = [
        (1, 1), (1, 2), (2, 1), (1, 9), (3, 3), (4, 4), (5, 7), (8, 8), (6, 50), (17, 13), (24, 33), (2, 101),
    ]

    /// Channel counts that fill blocks and panels and that do not.
    static let channels = [(1, 1), (3, 16), (16, 5), (17, 32), (32, 33), (48, 48), (64, 64), (20, 80)]

    static func map(
        _ channels: Int, _ height: Int, _ width: Int, using generator: inout SeededGenerator
    ) -> Tensor {
        var tensor = Tensor(shape: [channels, height, width])
        for index in tensor.values.indices { tensor.values[index] = .random(in: -1...1, using: &generator) }
        return tensor
    }

    /// Weights that keep the size of values about the same; a bias of 0 where a norm would cancel it.
    static func weights(
        _ inputs: Int, _ outputs: Int, kernel: Int, bias: Bool = false, using generator: inout SeededGenerator
    ) -> ConvolutionWeights {
        let range = 1.7 / Float(inputs * kernel * kernel).squareRoot()
        var weight = Tensor(shape: [outputs, inputs, kernel, kernel])
        for index in weight.values.indices { weight.values[index] = .random(in: -range...range, using: &generator) }
        let bias = (0..<outputs).map { _ in bias ? Float.random(in: -1...1, using: &generator) : 0 }
        return ConvolutionWeights(weight: weight, bias: bias)
    }

    static func affine(
        _ channels: Int, using generator: inout SeededGenerator
    ) -> (gamma: [Float], beta: [Float]) {
        (
            (0..<channels).map { _ in .random(in: 0.5...1.5, using: &generator) },
            (0..<channels).map { _ in .random(in: -0.5...0.5, using: &generator) }
        )
    }

    /// A stem that has run on a random picture: its raw map, the layer, whose norm is set, and what the layers behind
    /// it have to see through norm and ReLU.
    static func stem(
        _ channels: Int, _ height: Int, _ width: Int, for set: InstructionSet, on engine: Engine,
        using generator: inout SeededGenerator
    ) throws -> (map: FeatureMap, layer: StemConvolution, active: Tensor) {
        let picture = Self.map(3, height, width, using: &generator)
        let weights = Self.weights(3, channels, kernel: 3, using: &generator)
        let (gamma, beta) = affine(channels, using: &generator)
        let map = try FeatureMap(channels: channels, height: height, width: width)
        let layer = try StemConvolution(
            height: height, width: width, weights: .stem(weights, for: set), to: map, on: engine)
        layer.reading(picture.values) { layer.run(on: engine) }
        layer.normaliser.update(gamma: gamma, beta: beta, range: gamma.indices)
        let active = picture.convolved(weights).instanceNormalised(gamma: gamma, beta: beta).rectified()
        return (map, layer, active)
    }

    /// A tensor as the engine holds it.
    static func featureMap(_ tensor: Tensor) throws -> FeatureMap {
        let map = try FeatureMap(channels: tensor.shape[0], height: tensor.shape[1], width: tensor.shape[2])
        map.tensor = tensor
        return map
    }

    /// Applies a layer's norm to its output.
    static func normalised(
        _ map: FeatureMap, by normaliser: InstanceNormaliser, gamma: [Float], beta: [Float], on engine: Engine
    ) throws -> Tensor {
        normaliser.update(gamma: gamma, beta: beta, range: gamma.indices)
        let zero = try FeatureMap(channels: map.channels, height: map.height, width: map.width)
        ElementwisePass(adding: map, by: normaliser, to: zero, giving: zero).run(on: engine)
        return zero.tensor
    }
}

/// The largest difference of two tensors' values.
func largestDifference(_ left: Tensor, _ right: Tensor) -> Float {
    guard left.shape == right.shape, left.values.allSatisfy(\.isFinite) else { return .infinity }
    return zip(left.values, right.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

/// A layer's channels that fill up the last block must stay zero, for the next layer reads them.
func expectZeroFill(_ map: FeatureMap, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(map.fill.allSatisfy { $0 == 0 }, sourceLocation: sourceLocation)
}
