import Networks
import Testing

/// The way back through what a style network has beside convolutions: norms, residual sums, upsampling, the tail.
@Suite struct EngineStyleGradientTests {
    private static let tolerance = 2e-4

    @Test(arguments: EngineFixtures.instructionSets)
    func throughNormalisation(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 221)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (height, width) in [(1, 3), (2, 2), (5, 7), (17, 13), (24, 33)] {
            let channels = 20
            let (map, stem, _) = try EngineFixtures.stem(
                channels, height, width, for: set, on: engine, using: &generator)
            let (gamma, beta) = EngineFixtures.affine(channels, using: &generator)
            stem.normaliser.update(gamma: gamma, beta: beta, range: gamma.indices)
            let gradient = EngineFixtures.map(channels, height, width, using: &generator)
            let expected = gradient.instanceNormalisationGradient(of: map.tensor, gamma: gamma)

            let source = try EngineFixtures.gradientMap(gradient)
            let apart = try EngineFixtures.gradientMap(channels, height, width)
            let layer = try NormalisationGradient(of: map, by: stem.normaliser, from: source, to: apart)
            layer.run(on: engine)
            #expect(relativeDifference(apart.tensor.inside, expected.input) < Self.tolerance, "\(height) \(width)")
            #expect(relativeDifference(layer.gamma, expected.gamma.map(Double.init)) < Self.tolerance)
            #expect(relativeDifference(layer.beta, expected.beta.map(Double.init)) < Self.tolerance)
            #expect(apart.tensor.margin.values.allSatisfy { $0 == 0 })
            expectZeroFill(apart)

            try NormalisationGradient(of: map, by: stem.normaliser, from: source, to: source).run(on: engine)
            #expect(source.tensor == apart.tensor)
        }
    }

    /// The mean of the values is far larger than their deviation.
    @Test(arguments: EngineFixtures.instructionSets)
    func throughNormalisationOfALargeMean(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 222)
        let engine = try Engine(instructionSet: set, threads: 1)
        var tensor = EngineFixtures.map(1, 9, 14, using: &generator)
        for index in tensor.values.indices { tensor.values[index] += 256 }
        let identity = ConvolutionWeights(weight: Tensor(shape: [1, 1, 1, 1], values: [1]), bias: [0])
        let map = try FeatureMap(channels: 1, height: 9, width: 14)
        let convolution = try DirectConvolution(
            EngineFixtures.featureMap(tensor), weights: .direct(identity, for: set), stride: 1, to: map, on: engine)
        convolution.run(on: engine)
        convolution.normaliser.update(gamma: [1.5], beta: [0], range: 0..<1)
        let gradient = EngineFixtures.map(1, 9, 14, using: &generator)
        let source = try EngineFixtures.gradientMap(gradient)
        let layer = try NormalisationGradient(of: map, by: convolution.normaliser, from: source, to: source)
        layer.run(on: engine)
        let expected = gradient.instanceNormalisationGradient(of: tensor, gamma: [1.5])
        #expect(relativeDifference(source.tensor.inside, expected.input) < 1e-3)
        #expect(relativeDifference(layer.gamma, expected.gamma.map(Double.init)) < 1e-3)
    }

    /// From the picture through sigmoid, pixel shuffle, convolution, ReLU, norm, convolution and upsampling, and on through
    /// a residual sum: everything that learning gamma and beta asks for.
    @Test(arguments: EngineFixtures.instructionSets)
    func throughDecoderAndResidualSum(set: InstructionSet) throws {
        for (height, width) in [(4, 3), (5, 7), (9, 12)] {
            let decoder = try Decoder(height: height, width: width, set: set)
            let naive = decoder.naiveGradients()
            let fast = try decoder.gradients(threads: 2)
            #expect(relativeDifference(fast.gamma, naive.gamma.map(Double.init)) < Self.tolerance, "\(height) \(width)")
            #expect(relativeDifference(fast.beta, naive.beta.map(Double.init)) < Self.tolerance, "\(height) \(width)")
            #expect(relativeDifference(fast.input, naive.input) < Self.tolerance, "\(height) \(width)")
            let alone = try decoder.gradients(threads: 1)
            #expect(alone.gamma == fast.gamma && alone.beta == fast.beta && alone.input == fast.input)
        }
    }
}

/// The end of a style network: features that a norm and a ReLU were applied to, upsampled, convolved, normalised,
/// rectified, convolved and painted.
private struct Decoder {
    struct Gradients {
        var gamma: [Float]
        var beta: [Float]
        /// With respect to the features before the upsampling, plus another gradient that reaches them.
        var input: Tensor
    }

    let height: Int
    let width: Int
    let set: InstructionSet
    let picture: Tensor
    let stem: ConvolutionWeights
    let upsampling: ConvolutionWeights
    let last: ConvolutionWeights
    let affine: [(gamma: [Float], beta: [Float])]
    let loss: Tensor
    let other: Tensor

    init(height: Int, width: Int, set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 223)
        (self.height, self.width, self.set) = (height, width, set)
        picture = EngineFixtures.map(3, height, width, using: &generator)
        stem = EngineFixtures.weights(3, 20, kernel: 3, using: &generator)
        upsampling = EngineFixtures.weights(20, 17, kernel: 3, using: &generator)
        last = EngineFixtures.weights(17, 12, kernel: 3, bias: true, using: &generator)
        affine = [EngineFixtures.affine(20, using: &generator), EngineFixtures.affine(17, using: &generator)]
        // The picture is a row and a column smaller than what is painted.
        loss = EngineFixtures.map(3, 4 * height - 1, 4 * width - 1, using: &generator)
        other = EngineFixtures.map(20, height, width, using: &generator)
    }

    func naiveGradients() -> Gradients {
        let raw = picture.convolved(stem)
        let features = raw.instanceNormalised(gamma: affine[0].gamma, beta: affine[0].beta).rectified()
        let second = features.upsampledNearest(factor: 2).convolved(upsampling)
        let rectified = second.instanceNormalised(gamma: affine[1].gamma, beta: affine[1].beta).rectified()
        let painted = rectified.convolved(last).pixelShuffled(factor: 2).sigmoid()

        var gradient = Tensor(shape: painted.shape)
        for colour in 0..<3 {
            for row in 0..<loss.shape[1] {
                for column in 0..<loss.shape[2] { gradient[colour, row, column] = loss[colour, row, column] }
            }
        }
        let norm = gradient.sigmoidGradient(of: painted).pixelShuffleGradient(factor: 2)
            .convolutionGradient(last, height: 2 * height, width: 2 * width).rectifiedGradient(of: rectified)
            .instanceNormalisationGradient(of: second, gamma: affine[1].gamma)
        let input = norm.input.convolutionGradient(upsampling, height: 2 * height, width: 2 * width)
            .nearestUpsamplingGradient(factor: 2)
        let inner = input.rectifiedGradient(of: features).instanceNormalisationGradient(of: raw, gamma: affine[0].gamma)
        return Gradients(
            gamma: norm.gamma + inner.gamma, beta: norm.beta + inner.beta, input: input + other)
    }

    func gradients(threads: Int) throws -> Gradients {
        let engine = try Engine(instructionSet: set, threads: threads)
        let raw = try FeatureMap(channels: 20, height: height, width: width)
        let first = try StemConvolution(
            height: height, width: width, weights: .stem(stem, for: set), to: raw, on: engine)
        first.reading(picture.values) { first.run(on: engine) }
        first.normaliser.update(gamma: affine[0].gamma, beta: affine[0].beta, range: 0..<20)
        let upsampled = try FeatureMap(channels: 17, height: 2 * height, width: 2 * width)
        let second = try UpsamplingConvolution(
            raw, through: first.normaliser, weights: .upsampling(upsampling, for: set), to: upsampled, on: engine)
        second.run(on: engine)
        second.normaliser.update(gamma: affine[1].gamma, beta: affine[1].beta, range: 0..<17)
        let tail = try PictureConvolution(
            upsampled, through: second.normaliser, weights: PictureConvolution.packed(last, for: set), bias: last.bias,
            height: loss.shape[1], width: loss.shape[2], on: engine)
        var painted = [Float](repeating: 0, count: loss.values.count)
        tail.painting(&painted) { tail.run(on: engine) }

        let outputs = try FeatureMap(channels: 12, height: 2 * height + 2, width: 2 * width + 2)
        let shuffled = ShuffledPictureGradient(height: loss.shape[1], width: loss.shape[2], to: outputs)
        shuffled.reading(painted, gradient: loss.values) { shuffled.run(on: engine) }
        let large = try EngineFixtures.gradientMap(17, 2 * height, 2 * width)
        ActivationGradient(
            from: try EngineFixtures.passedBack(outputs, last, for: set, on: engine),
            through: RectifiedFeatures(upsampled, through: second.normaliser), to: large
        ).run(on: engine)
        let norm = try NormalisationGradient(of: upsampled, by: second.normaliser, from: large, to: large)
        norm.run(on: engine)
        let padded = try EngineFixtures.passedBack(large, upsampling, for: set, on: engine)

        let rectified = try EngineFixtures.gradientMap(20, height, width)
        ActivationGradient(
            from: padded, resampling: .upsampling, through: RectifiedFeatures(raw, through: first.normaliser),
            to: rectified
        ).run(on: engine)
        let inner = try NormalisationGradient(of: raw, by: first.normaliser, from: rectified, to: rectified)
        inner.run(on: engine)

        let sum = try EngineFixtures.gradientMap(other)
        let open = ActivationGradient(
            from: padded, resampling: .upsampling,
            through: RectifiedFeatures(raw, through: try OpenActivation(channels: 20)), to: sum)
        open.adds = true
        open.run(on: engine)
        return Gradients(
            gamma: norm.gamma + inner.gamma, beta: norm.beta + inner.beta, input: sum.tensor.inside)
    }
}
