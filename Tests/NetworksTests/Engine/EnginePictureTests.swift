import Networks
import Testing

/// The layers that paint the picture, against the naive ones.
@Suite struct EnginePictureTests {
    @Test(arguments: EngineFixtures.instructionSets, [1, 3, 5])
    func pixelShuffle(set: InstructionSet, kernel: Int) throws {
        try paint(set: set, kernel: kernel, outputs: 12) { $0.pixelShuffled(factor: 2).sigmoid() }
    }

    @Test(arguments: EngineFixtures.instructionSets, [1, 3, 9, 11])
    func wideKernel(set: InstructionSet, kernel: Int) throws {
        try paint(set: set, kernel: kernel, outputs: 3) { $0.sigmoid() }
    }

    /// Values far from 0 must not overflow.
    @Test(arguments: EngineFixtures.instructionSets)
    func sigmoidOfLargeValues(set: InstructionSet) throws {
        let engine = try Engine(instructionSet: set, threads: 1)
        let weights = ConvolutionWeights(
            weight: Tensor(shape: [3, 1, 1, 1], values: [1, 2, -1]), bias: [0, 0, 0])
        let values: [Float] = [-1e30, -200, -90, -80, -20, -1, 0, 1, 20, 80, 90, 200, 1e30]
        let input = Tensor(shape: [1, 1, values.count], values: values)
        let layer = try PictureConvolution(
            EngineFixtures.featureMap(input), weights: PictureConvolution.packed(weights, for: set),
            bias: weights.bias, height: 1, width: values.count, on: engine)
        var samples = [Float](repeating: .nan, count: 3 * values.count)
        layer.painting(&samples) { layer.run(on: engine) }
        let expected = input.convolved(weights).sigmoid()
        #expect(largestDifference(Tensor(shape: expected.shape, values: samples), expected) < 2e-7)
    }

    /// Pictures that are smaller than what the layer could paint are cropped.
    private func paint(
        set: InstructionSet, kernel: Int, outputs: Int, finish: (Tensor) -> Tensor
    ) throws {
        var generator = SeededGenerator(seed: 5)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let inputs = EngineFixtures.channels[index % EngineFixtures.channels.count].1
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: kernel, bias: true, using: &generator)
            let whole = finish(input.convolved(weights))
            for crop in 0..<4 {
                let size = (height: max(1, whole.shape[1] - crop), width: max(1, whole.shape[2] - crop / 2))
                let layer = try PictureConvolution(
                    EngineFixtures.featureMap(input), weights: PictureConvolution.packed(weights, for: set),
                    bias: weights.bias, height: size.height, width: size.width, on: engine)
                var samples = [Float](repeating: .nan, count: 3 * size.height * size.width)
                layer.painting(&samples) { layer.run(on: engine) }
                let expected = whole.cropped(height: size.height, width: size.width)
                let picture = Tensor(shape: expected.shape, values: samples)
                #expect(largestDifference(picture, expected) < 2e-6, "\(inputs) \(height) \(width) \(crop)")
            }
        }
    }
}
