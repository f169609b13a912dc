import Networks
import Testing

/// Norms behind the engine's layers, and the activations that the next layer applies.
@Suite struct EngineNormalisationTests {
    @Test(arguments: EngineFixtures.instructionSets)
    func everyLayerMeasuresItsOutput(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 6)
        let engine = try Engine(instructionSet: set, threads: 3)
        for (height, width) in [(4, 4), (5, 7), (17, 13), (24, 33), (30, 101)] {
            let (inputs, outputs) = (20, 24)
            let tensor = EngineFixtures.map(inputs, height, width, using: &generator)
            let input = try EngineFixtures.featureMap(tensor)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let (gamma, beta) = EngineFixtures.affine(outputs, using: &generator)
            func check(_ map: FeatureMap, _ normaliser: InstanceNormaliser, _ raw: Tensor) throws {
                let normalised = try EngineFixtures.normalised(
                    map, by: normaliser, gamma: gamma, beta: beta, on: engine)
                let expected = raw.instanceNormalised(gamma: gamma, beta: beta)
                #expect(largestDifference(normalised, expected) < 1e-4, "\(height) \(width)")
            }

            let same = try FeatureMap(channels: outputs, height: height, width: width)
            let winograd = try WinogradConvolution(
                input, weights: .winograd(weights, for: set), to: same, on: engine)
            winograd.run(on: engine)
            try check(same, winograd.normaliser, tensor.convolved(weights))

            let half = try FeatureMap(channels: outputs, height: (height + 1) / 2, width: (width + 1) / 2)
            let direct = try DirectConvolution(
                input, weights: .direct(weights, for: set), stride: 2, to: half, on: engine)
            direct.run(on: engine)
            try check(half, direct.normaliser, tensor.convolved(weights, stride: 2))

            let double = try FeatureMap(channels: outputs, height: 2 * height, width: 2 * width)
            let upsampling = try UpsamplingConvolution(
                input, weights: .upsampling(weights, for: set), to: double, on: engine)
            upsampling.run(on: engine)
            try check(double, upsampling.normaliser, tensor.upsampledNearest(factor: 2).convolved(weights))
        }
    }

    /// A mean of a thousand deviations leaves nothing of a variance that is the difference of two large sums.
    @Test(arguments: EngineFixtures.instructionSets)
    func varianceSurvivesALargeMean(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 7)
        let engine = try Engine(instructionSet: set, threads: 2)
        var tensor = EngineFixtures.map(1, 37, 41, using: &generator)
        for index in tensor.values.indices { tensor.values[index] = 1024 + tensor.values[index] }
        let identity = ConvolutionWeights(weight: Tensor(shape: [1, 1, 1, 1], values: [1]), bias: [0])
        let output = try FeatureMap(channels: 1, height: 37, width: 41)
        let layer = try DirectConvolution(
            EngineFixtures.featureMap(tensor), weights: .direct(identity, for: set), stride: 1, to: output, on: engine)
        layer.run(on: engine)
        let normalised = try EngineFixtures.normalised(
            output, by: layer.normaliser, gamma: [1], beta: [0], on: engine)
        // Values of 1024 are themselves only known to 6e-5.
        #expect(largestDifference(normalised, tensor.instanceNormalised(gamma: [1], beta: [0])) < 5e-4)
    }

    @Test(arguments: EngineFixtures.instructionSets)
    func layersReadThroughNormAndReLU(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 8)
        let engine = try Engine(instructionSet: set, threads: 2)
        let (height, width, channels) = (13, 22, 24)
        let (map, stem, active) = try EngineFixtures.stem(
            channels, height, width, for: set, on: engine, using: &generator)
        let weights = EngineFixtures.weights(channels, 20, kernel: 3, using: &generator)
        let last = EngineFixtures.weights(channels, 12, kernel: 3, bias: true, using: &generator)

        let same = try FeatureMap(channels: 20, height: height, width: width)
        try WinogradConvolution(
            map, through: stem.normaliser, weights: .winograd(weights, for: set), to: same, on: engine
        ).run(on: engine)
        #expect(largestDifference(same.tensor, active.convolved(weights)) < 1e-4)

        try DirectConvolution(
            map, through: stem.normaliser, weights: .direct(weights, for: set), stride: 1, to: same, on: engine
        ).run(on: engine)
        #expect(largestDifference(same.tensor, active.convolved(weights)) < 1e-4)

        let double = try FeatureMap(channels: 20, height: 2 * height, width: 2 * width)
        try UpsamplingConvolution(
            map, through: stem.normaliser, weights: .upsampling(weights, for: set), to: double, on: engine
        ).run(on: engine)
        #expect(largestDifference(double.tensor, active.upsampledNearest(factor: 2).convolved(weights)) < 1e-4)

        let picture = try PictureConvolution(
            map, through: stem.normaliser, weights: PictureConvolution.packed(last, for: set), bias: last.bias,
            height: 2 * height, width: 2 * width, on: engine)
        var samples = [Float](repeating: .nan, count: 12 * height * width)
        picture.painting(&samples) { picture.run(on: engine) }
        let painted = Tensor(shape: [3, 2 * height, 2 * width], values: samples)
        #expect(largestDifference(painted, active.convolved(last).pixelShuffled(factor: 2).sigmoid()) < 1e-4)

        ElementwisePass(activating: map, by: stem.normaliser, to: map).run(on: engine)
        #expect(largestDifference(map.tensor, active) < 1e-4)
        expectZeroFill(map)
    }
}
