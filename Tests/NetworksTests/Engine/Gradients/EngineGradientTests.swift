import Networks
import Testing

/// The engine's way back against the reference's, for every instruction set.
@Suite struct EngineGradientTests {
    private static let tolerance = 1e-4

    @Test(arguments: EngineFixtures.instructionSets)
    func throughConvolutionBorderAndReLU(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 201)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in EngineFixtures.sizes.enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let (features, rectified) = try EngineFixtures.rectified(inputs, height, width, using: &generator)
            #expect(features.tensor == rectified)
            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let gradient = EngineFixtures.map(outputs, height, width, using: &generator)
            let expected = gradient.convolutionGradient(weights, height: height, width: width)
            let padded = try EngineFixtures.passedBack(
                EngineFixtures.gradientMap(gradient), weights, for: set, on: engine)

            let output = try EngineFixtures.gradientMap(inputs, height, width)
            let layer = ActivationGradient(from: padded, through: features, to: output)
            layer.run(on: engine)
            let alone = expected.rectifiedGradient(of: rectified)
            #expect(relativeDifference(output.tensor.inside, alone) < Self.tolerance, "\(inputs) \(height) \(width)")
            #expect(output.tensor.margin.values.allSatisfy { $0 == 0 })
            expectZeroFill(output)

            let other = EngineFixtures.map(inputs, height, width, using: &generator)
            output.setInside(other)
            layer.adds = true
            layer.run(on: engine)
            let sum = (expected + other).rectifiedGradient(of: rectified)
            #expect(relativeDifference(output.tensor.inside, sum) < Self.tolerance, "\(inputs) \(height) \(width)")

            output.setInside(other)
            layer.receives = false
            layer.run(on: engine)
            #expect(output.tensor.inside == other.rectifiedGradient(of: rectified))
        }
    }

    @Test(arguments: EngineFixtures.instructionSets)
    func throughPooling(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 202)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (index, (height, width)) in [(2, 2), (3, 2), (2, 5), (5, 7), (8, 8), (17, 13), (24, 33)].enumerated() {
            let (inputs, outputs) = EngineFixtures.channels[index % EngineFixtures.channels.count]
            let (features, rectified) = try EngineFixtures.rectified(inputs, height, width, using: &generator)
            let pooled = try FeatureMap(channels: inputs, height: height / 2, width: width / 2)
            PoolingPass(features, to: pooled).run(on: engine)
            #expect(pooled.tensor == rectified.maximumPooled())
            expectZeroFill(pooled)

            let weights = EngineFixtures.weights(inputs, outputs, kernel: 3, using: &generator)
            let gradient = EngineFixtures.map(outputs, height / 2, width / 2, using: &generator)
            let expected = gradient.convolutionGradient(weights, height: height / 2, width: width / 2)
                .maximumPoolingGradient(of: rectified)
            let padded = try EngineFixtures.passedBack(
                EngineFixtures.gradientMap(gradient), weights, for: set, on: engine)
            let output = try EngineFixtures.gradientMap(inputs, height, width)
            let layer = ActivationGradient(from: padded, resampling: .pooling, through: features, to: output)
            layer.run(on: engine)
            let alone = expected.rectifiedGradient(of: rectified)
            #expect(relativeDifference(output.tensor.inside, alone) < Self.tolerance, "\(inputs) \(height) \(width)")
            #expect(output.tensor.margin.values.allSatisfy { $0 == 0 })
            expectZeroFill(output)

            let other = EngineFixtures.map(inputs, height, width, using: &generator)
            output.setInside(other)
            layer.adds = true
            layer.run(on: engine)
            let sum = (expected + other).rectifiedGradient(of: rectified)
            #expect(relativeDifference(output.tensor.inside, sum) < Self.tolerance, "\(inputs) \(height) \(width)")
        }
    }

    /// Of equal values the first one receives the gradient, as in the reference.
    @Test(arguments: EngineFixtures.instructionSets)
    func equalValuesArePooledOnce(set: InstructionSet) throws {
        let engine = try Engine(instructionSet: set, threads: 1)
        let flat = Tensor(shape: [1, 4, 5], repeating: 0.5)
        let features = RectifiedFeatures(try EngineFixtures.featureMap(flat), through: try RectifiedBias([0.25]))
        let gradient = Tensor(shape: [1, 4, 4], values: (0..<16).map(Float.init))
        let padded = try EngineFixtures.featureMap(gradient)
        let output = try EngineFixtures.gradientMap(1, 4, 5)
        ActivationGradient(from: padded, resampling: .pooling, through: features, to: output).run(on: engine)
        let expected = gradient.reflectionPaddingGradient(top: 1, left: 1, bottom: 1, right: 1)
            .maximumPoolingGradient(of: flat)
        #expect(output.tensor.inside == expected)
    }

    @Test(arguments: EngineFixtures.instructionSets)
    func toThePicture(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 203)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (height, width) in EngineFixtures.sizes {
            let weights = EngineFixtures.weights(3, 20, kernel: 3, using: &generator)
            let gradient = EngineFixtures.map(20, height, width, using: &generator)
            let layer = PictureGradient(
                from: try EngineFixtures.passedBack(EngineFixtures.gradientMap(gradient), weights, for: set, on: engine)
            )
            var samples = [Float](repeating: .nan, count: 3 * height * width)
            layer.writing(&samples) { layer.run(on: engine) }
            let expected = gradient.convolutionGradient(weights, height: height, width: width)
            #expect(relativeDifference(samples, expected.values.map(Double.init)) < Self.tolerance)
        }
    }
}
