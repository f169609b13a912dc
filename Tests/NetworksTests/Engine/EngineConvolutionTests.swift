import Networks
import Testing

/// The engine's convolutions against the naive ones, on random layers of every shape.
@Suite struct EngineConvolutionTests {
    @Test(arguments: EngineFixtures.instructionSets)
    func winograd(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 1)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let output = try FeatureMap(channels: outputs, height: height, width: width)
            let layer = try WinogradConvolution(
                EngineFixtures.featureMap(input), weights: .winograd(weights, for: set), to: output, on: engine)
            layer.run(on: engine)
            #expect(largestDifference(output.tensor, input.convolved(weights)) < 2e-5, "\(inputs) \(outputs)")
            expectZeroFill(output)
        }
    }

    @Test(arguments: EngineFixtures.instructionSets)
    func upsampling(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 2)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let output = try FeatureMap(channels: outputs, height: 2 * height, width: 2 * width)
            let layer = try UpsamplingConvolution(
                EngineFixtures.featureMap(input), weights: .upsampling(weights, for: set), to: output, on: engine)
            layer.run(on: engine)
            let expected = input.upsampledNearest(factor: 2).convolved(weights)
            #expect(largestDifference(output.tensor, expected) < 2e-5, "\(inputs) \(outputs) \(height) \(width)")
            expectZeroFill(output)
        }
    }

    @Test(arguments: EngineFixtures.instructionSets, [(1, 1), (3, 1), (3, 2), (5, 2), (7, 3)])
    func direct(set: InstructionSet, window: (kernel: Int, stride: Int)) throws {
        var generator = SeededGenerator(seed: 3)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let input = EngineFixtures.map(inputs, height, width, using: &generator)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: window.kernel, using: &generator)
            let expected = input.convolved(weights, stride: window.stride)
            let output = try FeatureMap(channels: outputs, height: expected.shape[1], width: expected.shape[2])
            let layer = try DirectConvolution(
                EngineFixtures.featureMap(input), weights: .direct(weights, for: set), stride: window.stride,
                to: output, on: engine)
            layer.run(on: engine)
            #expect(largestDifference(output.tensor, expected) < 1e-5, "\(inputs) \(outputs) \(height) \(width)")
            expectZeroFill(output)
        }
    }

    @Test(arguments: EngineFixtures.instructionSets, [1, 3, 9])
    func stem(set: InstructionSet, kernel: Int) throws {
        var generator = SeededGenerator(seed: 4)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let outputs = EngineFixtures.channels[index % EngineFixtures.channels.count].1
            let picture = EngineFixtures.map(3, height, width, using: &generator)
            let weights = EngineFixtures.weights(3, outputs, kernel: kernel, using: &generator)
            // As for a network that sees sizes that are multiples of 4.
            let (rows, columns) = ((height + 3) / 4 * 4, (width + 3) / 4 * 4)
            let output = try FeatureMap(channels: outputs, height: rows, width: columns)
            let layer = try StemConvolution(
                height: height, width: width, weights: .stem(weights, for: set), to: output, on: engine)
            layer.reading(picture.values) { layer.run(on: engine) }
            let padded = picture.reflectionPadded(top: 0, left: 0, bottom: rows - height, right: columns - width)
            #expect(largestDifference(output.tensor, padded.convolved(weights)) < 1e-5, "\(outputs) \(height) \(width)")
            expectZeroFill(output)
        }
    }
}
