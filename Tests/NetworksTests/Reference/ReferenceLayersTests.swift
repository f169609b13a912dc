import Networks
import Testing

/// The reference layers against PyTorch's.
@Suite struct ReferenceLayersTests {
    private let fixtures: LayerFixtures

    init() throws {
        fixtures = try LayerFixtures()
    }

    @Test(arguments: [
        ("convolution", 1), ("convolution-strided", 2), ("convolution-strided-odd", 2), ("convolution-9x9", 1),
        ("convolution-1x1", 1), ("convolution-wide-border", 1),
    ])
    func convolution(name: String, stride: Int) throws {
        for method in [ConvolutionMethod.sums, .matrixProduct] {
            let result = try fixtures.tensor(name + ".input").convolved(
                fixtures.convolution(name), stride: stride, method: method)
            expectClose(result, try fixtures.tensor(name + ".output"), tolerance: 2e-6)
        }
    }

    /// A map so large that the matrix of windows is made in several bands, the last one smaller.
    @Test func matrixProductInBands() {
        var generator = SeededGenerator(seed: 4)
        func random(_ shape: [Int]) -> Tensor {
            Tensor(shape: shape, values: (0..<shape.reduce(1, *)).map { _ in .random(in: -1...1, using: &generator) })
        }
        let map = random([20, 67, 331])
        let weights = ConvolutionWeights(weight: random([3, 20, 9, 9]), bias: [0.5, -1, 0])
        expectClose(
            map.convolved(weights, method: .matrixProduct), map.convolved(weights, method: .sums), tolerance: 1e-5)
    }

    @Test(arguments: ["norm", "norm-single-pixel"])
    func instanceNormalisation(name: String) throws {
        let result = try fixtures.tensor(name + ".input").instanceNormalised(
            gamma: fixtures.tensor(name + ".gamma").values, beta: fixtures.tensor(name + ".beta").values)
        expectClose(result, try fixtures.tensor(name + ".output"), tolerance: 1e-6)
    }

    @Test func upsampling() throws {
        let result = try fixtures.tensor("upsampling.input").upsampledNearest(factor: 2)
        #expect(result == (try fixtures.tensor("upsampling.output")))
    }

    @Test func pixelShuffle() throws {
        let result = try fixtures.tensor("pixel-shuffle.input").pixelShuffled(factor: 2)
        #expect(result == (try fixtures.tensor("pixel-shuffle.output")))
    }

    @Test func sigmoid() throws {
        expectClose(
            try fixtures.tensor("sigmoid.input").sigmoid(), try fixtures.tensor("sigmoid.output"), tolerance: 1e-7)
    }

    @Test func reflectionPadding() throws {
        let result = try fixtures.tensor("reflection.input").reflectionPadded(top: 2, left: 3, bottom: 1, right: 4)
        #expect(result == (try fixtures.tensor("reflection.output")))
    }

    @Test func bordersWiderThanThePictureMirrorAgain() {
        #expect((-5...7).map { reflectedIndex($0, count: 3) } == [1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1])
        #expect((-3...3).map { reflectedIndex($0, count: 1) } == [0, 0, 0, 0, 0, 0, 0])
        #expect((-3...3).map { reflectedIndex($0, count: 2) } == [1, 0, 1, 0, 1, 0, 1])
    }

    @Test func residualBlockAddsWhatTwoConvolutionsMake() throws {
        let weights = ConvolutionWeights(
            weight: Tensor(shape: [2, 2, 1, 1], values: [1, 0, 0, -1]), bias: [0, 0])
        let features = Tensor(shape: [2, 1, 2], values: [0, 2, 4, 8])
        // Normalised, the channels are -1 and 1, up to epsilon.
        let result = features.residualBlock(
            NormalisedConvolution(weights, gamma: [1, 1], beta: [0, 0]),
            NormalisedConvolution(weights, gamma: [10, 100], beta: [0.5, 0.25]))
        let expected = Tensor(shape: [2, 1, 2], values: [0 - 9.5, 2 + 10.5, 4 - 99.75, 8 + 100.25])
        expectClose(result, expected, tolerance: 0.01)
    }

    @Test func croppingKeepsTheUpperLeftPart() {
        let features = Tensor(shape: [2, 2, 3], values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        #expect(features.cropped(height: 2, width: 2) == Tensor(shape: [2, 2, 2], values: [0, 1, 3, 4, 6, 7, 9, 10]))
    }
}
