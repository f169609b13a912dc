import Foundation
import Networks
import Testing

/// The gradients of the reference layers against differences of their forward in double precision.
@Suite struct ReferenceGradientTests {
    private static let sizes = [(1, 1), (1, 3), (2, 1), (2, 2), (3, 3), (5, 4), (7, 9)]
    private static let tolerance = 1e-5

    /// Checks a gradient; the loss is the sum of the layer's results with random factors.
    private func expectGradient(
        of input: Tensor, using generator: inout SeededGenerator, sourceLocation: SourceLocation = #_sourceLocation,
        forward: (DoubleTensor) -> DoubleTensor, backward: (_ gradient: Tensor) -> Tensor
    ) {
        let factors = Self.factors(forward(DoubleTensor(input)).shape, using: &generator)
        let expected = centralDifferences(of: input.values.map(Double.init)) { values in
            Self.loss(forward(DoubleTensor(shape: input.shape, values: values)), factors)
        }
        let gradient = backward(factors)
        #expect(gradient.shape == input.shape, sourceLocation: sourceLocation)
        #expect(
            relativeDifference(gradient.values, expected) < Self.tolerance, "\(input.shape)",
            sourceLocation: sourceLocation)
    }

    private static func factors(_ shape: [Int], using generator: inout SeededGenerator) -> Tensor {
        Tensor(
            shape: shape, values: (0..<shape.reduce(1, *)).map { _ in .random(in: -1...1, using: &generator) })
    }

    private static func loss(_ result: DoubleTensor, _ factors: Tensor) -> Double {
        zip(result.values, factors.values).reduce(0) { $0 + $1.0 * Double($1.1) }
    }

    @Test(arguments: [(1, 1), (3, 1), (3, 2), (5, 1), (9, 1)])
    func convolution(window: (kernel: Int, stride: Int)) {
        var generator = SeededGenerator(seed: 101)
        for (height, width) in Self.sizes {
            let input = EngineFixtures.map(2, height, width, using: &generator)
            let weights = EngineFixtures.weights(2, 3, kernel: window.kernel, bias: true, using: &generator)
            expectGradient(
                of: input, using: &generator, forward: { $0.convolved(weights, stride: window.stride) },
                backward: { $0.convolutionGradient(weights, stride: window.stride, height: height, width: width) })
        }
    }

    @Test func reflectionPadding() {
        var generator = SeededGenerator(seed: 102)
        for (height, width) in Self.sizes {
            let input = EngineFixtures.map(2, height, width, using: &generator)
            expectGradient(
                of: input, using: &generator,
                forward: { $0.reflectionPadded(top: 2, left: 3, bottom: 1, right: 4) },
                backward: { $0.reflectionPaddingGradient(top: 2, left: 3, bottom: 1, right: 4) })
        }
    }

    @Test func activations() {
        var generator = SeededGenerator(seed: 103)
        let input = EngineFixtures.map(3, 5, 4, using: &generator)
        expectGradient(
            of: input, using: &generator, forward: { $0.rectified() }, backward: { $0.rectifiedGradient(of: input) })
        expectGradient(
            of: input, using: &generator, forward: { $0.map { 1 / (1 + exp(-$0)) } },
            backward: { $0.sigmoidGradient(of: input.sigmoid()) })
    }

    @Test func instanceNormalisation() {
        var generator = SeededGenerator(seed: 104)
        for (height, width) in Self.sizes where height * width > 1 {
            let input = EngineFixtures.map(3, height, width, using: &generator)
            let (gamma, beta) = EngineFixtures.affine(3, using: &generator)
            let (wideGamma, wideBeta) = (gamma.map(Double.init), beta.map(Double.init))
            // So large an epsilon that two pixels have a gradient worth the name.
            let epsilon = 0.01
            expectGradient(
                of: input, using: &generator,
                forward: { $0.instanceNormalised(gamma: wideGamma, beta: wideBeta, epsilon: epsilon) },
                backward: { $0.instanceNormalisationGradient(of: input, gamma: gamma, epsilon: epsilon).input })

            let factors = Self.factors(input.shape, using: &generator)
            let gradient = factors.instanceNormalisationGradient(of: input, gamma: gamma, epsilon: epsilon)
            let source = DoubleTensor(input)
            let byGamma = centralDifferences(of: wideGamma) {
                Self.loss(source.instanceNormalised(gamma: $0, beta: wideBeta, epsilon: epsilon), factors)
            }
            let byBeta = centralDifferences(of: wideBeta) {
                Self.loss(source.instanceNormalised(gamma: wideGamma, beta: $0, epsilon: epsilon), factors)
            }
            #expect(relativeDifference(gradient.gamma, byGamma) < Self.tolerance)
            #expect(relativeDifference(gradient.beta, byBeta) < Self.tolerance)
        }
    }

    /// A single pixel is its own mean: whatever it is, beta comes out.
    @Test func aNormalisedPixelPassesNothingBack() {
        let pixel = Tensor(shape: [2, 1, 1], values: [3, -1])
        let gradient = Tensor(shape: [2, 1, 1], values: [1, 2]).instanceNormalisationGradient(of: pixel, gamma: [2, 5])
        #expect(gradient.input.values == [0, 0])
        #expect(gradient.gamma == [0, 0])
        #expect(gradient.beta == [1, 2])
    }

    @Test(arguments: [1, 2, 3])
    func upsampling(factor: Int) {
        var generator = SeededGenerator(seed: 105)
        let input = EngineFixtures.map(2, 3, 5, using: &generator)
        expectGradient(
            of: input, using: &generator, forward: { $0.upsampledNearest(factor: factor) },
            backward: { $0.nearestUpsamplingGradient(factor: factor) })
        let channels = EngineFixtures.map(2 * factor * factor, 3, 5, using: &generator)
        expectGradient(
            of: channels, using: &generator, forward: { $0.pixelShuffled(factor: factor) },
            backward: { $0.pixelShuffleGradient(factor: factor) })
    }

    @Test func maximumPooling() {
        var generator = SeededGenerator(seed: 106)
        for (height, width) in [(2, 2), (3, 2), (5, 7), (8, 6)] {
            let input = EngineFixtures.map(3, height, width, using: &generator)
            #expect(DoubleTensor(input.maximumPooled()).values == DoubleTensor(input).maximumPooled().values)
            expectGradient(
                of: input, using: &generator, forward: { $0.maximumPooled() },
                backward: { $0.maximumPoolingGradient(of: input) })
        }
        #expect(Tensor(shape: [2, 1, 5]).maximumPooled().shape == [2, 0, 2])
    }

    /// Of equal values the first one counts, as in PyTorch.
    @Test func equalValuesArePooledOnce() {
        let flat = Tensor(shape: [1, 2, 2], repeating: 4)
        #expect(Tensor(shape: [1, 1, 1], values: [3]).maximumPoolingGradient(of: flat).values == [3, 0, 0, 0])
    }

    @Test func gramMatrix() {
        var generator = SeededGenerator(seed: 107)
        for (height, width) in Self.sizes {
            let input = EngineFixtures.map(4, height, width, using: &generator)
            let matrix = input.gramMatrix()
            #expect(matrix.shape == [4, 4])
            #expect(relativeDifference(matrix.values, DoubleTensor(input).gramMatrix().values) < 1e-6)
            expectGradient(
                of: input, using: &generator, forward: { $0.gramMatrix() },
                backward: { Tensor(shape: [4, 4], values: $0.values).gramMatrixGradient(of: input) })
        }
    }
}
