import Networks
import Testing

/// The bf16 kernels against twins that round where they round.
@Suite(.enabled(if: Precision.brainFloat.isSupported(by: .best), "this processor does not multiply bf16"))
struct EngineBrainFloatTests {
    private let set = InstructionSet.best

    @Test func winograd() throws {
        var generator = SeededGenerator(seed: 21)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let output = try FeatureMap(channels: outputs, height: height, width: width)
            try WinogradConvolution(
                EngineFixtures.featureMap(input), weights: .winograd(weights, for: set, precision: .brainFloat),
                to: output, on: engine
            ).run(on: engine)
            let expected = BrainFloatReference.winograd(input, weights)
            expectSameButForFlips(output.tensor, expected)
            #expect(largestDifference(expected, input.convolved(weights)) < 0.1, "the twin is a convolution")
            expectZeroFill(output)
        }
    }

    @Test func upsampling() throws {
        var generator = SeededGenerator(seed: 22)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let output = try FeatureMap(channels: outputs, height: 2 * height, width: 2 * width)
            try UpsamplingConvolution(
                EngineFixtures.featureMap(input), weights: .upsampling(weights, for: set, precision: .brainFloat),
                to: output, on: engine
            ).run(on: engine)
            let expected = BrainFloatReference.upsampling(input, weights)
            #expect(largestDifference(output.tensor, expected) < 2e-6, "\(inputs) \(outputs) \(height) \(width)")
            let plain = input.upsampledNearest(factor: 2).convolved(weights)
            #expect(largestDifference(expected, plain) < 0.1, "the twin is a convolution")
            expectZeroFill(output)
        }
    }

    @Test(arguments: [1, 3, 5])
    func pixelShuffle(kernel: Int) throws {
        try paint(kernel: kernel, outputs: 12) { $0.pixelShuffled(factor: 2).sigmoid() }
    }

    @Test(arguments: [1, 3, 9, 11])
    func wideKernel(kernel: Int) throws {
        try paint(kernel: kernel, outputs: 3) { $0.sigmoid() }
    }

    private func paint(kernel: Int, outputs: Int, finish: (Tensor) -> Tensor) throws {
        var generator = SeededGenerator(seed: 23)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let inputs = EngineFixtures.channels[index % EngineFixtures.channels.count].1
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: kernel, bias: true, using: &generator)
            // By Winograd's method, which rounds what is transformed.
            let transforms = kernel == 3 && outputs == 12
            let expected = finish(
                transforms
                    ? BrainFloatReference.winograd(input, weights).adding(bias: weights.bias)
                    : input.roundedToBrainFloat.convolved(weights.roundedToBrainFloat))
            let layer = try PictureConvolution(
                EngineFixtures.featureMap(input),
                weights: PictureConvolution.packed(weights, for: set, precision: .brainFloat), bias: weights.bias,
                height: expected.shape[1], width: expected.shape[2], on: engine)
            var samples = [Float](repeating: .nan, count: expected.values.count)
            layer.painting(&samples) { layer.run(on: engine) }
            let picture = Tensor(shape: expected.shape, values: samples)
            if transforms {
                expectSameButForFlips(picture, expected)
            } else {
                #expect(largestDifference(picture, expected) < 2e-6)
            }
        }
    }

    /// What a layer reads through a norm and a ReLU is rounded behind these.
    @Test func layersReadThroughNormAndReLU() throws {
        var generator = SeededGenerator(seed: 24)
        let engine = try Engine(instructionSet: set, threads: 2)
        let (height, width, channels) = (13, 22, 24)
        let (map, stem, active) = try EngineFixtures.stem(
            channels, height, width, for: set, on: engine, using: &generator)
        let weights = EngineFixtures.weights(channels, 20, kernel: 3, using: &generator)
        let last = EngineFixtures.weights(channels, 12, kernel: 3, bias: true, using: &generator)

        let same = try FeatureMap(channels: 20, height: height, width: width)
        try WinogradConvolution(
            map, through: stem.normaliser, weights: .winograd(weights, for: set, precision: .brainFloat), to: same,
            on: engine
        ).run(on: engine)
        expectSameButForFlips(same.tensor, BrainFloatReference.winograd(active, weights))

        let double = try FeatureMap(channels: 20, height: 2 * height, width: 2 * width)
        try UpsamplingConvolution(
            map, through: stem.normaliser, weights: .upsampling(weights, for: set, precision: .brainFloat), to: double,
            on: engine
        ).run(on: engine)
        expectSameButForFlips(double.tensor, BrainFloatReference.upsampling(active, weights))

        let picture = try PictureConvolution(
            map, through: stem.normaliser,
            weights: PictureConvolution.packed(last, for: set, precision: .brainFloat), bias: last.bias,
            height: 2 * height, width: 2 * width, on: engine)
        var samples = [Float](repeating: .nan, count: 12 * height * width)
        picture.painting(&samples) { picture.run(on: engine) }
        let painted = Tensor(shape: [3, 2 * height, 2 * width], values: samples)
        let expected = BrainFloatReference.winograd(active, last).adding(bias: last.bias)
            .pixelShuffled(factor: 2).sigmoid()
        expectSameButForFlips(painted, expected)
        expectZeroFill(map)
    }
}

extension Tensor {
    /// `[channel, row, column]` with a bias for each channel.
    fileprivate func adding(bias: [Float]) -> Tensor {
        var sum = self
        for index in sum.values.indices { sum.values[index] += bias[index / (shape[1] * shape[2])] }
        return sum
    }
}

/// Where the kernel's single and the twin's double precision fall on two sides of a tie, an input is rounded the other
/// way and what depends on it differs by one input's last bit. That is rare; everything else must be the same.
private func expectSameButForFlips(
    _ left: Tensor, _ right: Tensor, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(largestDifference(left, right) < 5e-3, sourceLocation: sourceLocation)
    let differences = zip(left.values, right.values).map { abs($0 - $1) }.sorted()
    #expect(differences[differences.count / 2] < 2e-6, sourceLocation: sourceLocation)
    #expect(differences.reduce(0, +) / Float(differences.count) < 1e-4, sourceLocation: sourceLocation)
}
