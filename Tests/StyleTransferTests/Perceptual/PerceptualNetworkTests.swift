import Networks
import StyleTransfer
import Testing

/// The fast network against the naive one.
@Suite struct PerceptualNetworkTests {
    private static let instructionSets = InstructionSet.allCases.filter(\.isSupported)
    private static let layers = [layer(1, 1), layer(1, 2), layer(3, 1), layer(4, 1)]

    /// What is asked for: Gram matrices' gradients of all layers, features' gradient of one.
    private struct Questions {
        let weights: PerceptualWeights
        let width: Int
        let height: Int
        let samples: [Float]
        var style: [PerceptualLayer: Tensor] = [:]
        var content: (layer: PerceptualLayer, gradient: Tensor)

        init(width: Int, height: Int) throws {
            var fixtures = PerceptualFixtures(seed: 51)
            weights = try fixtures.weights(widths: [[16, 40], [20, 33], [64], [35]])
            (self.width, self.height) = (width, height)
            samples = fixtures.samples(width: width, height: height)
            content = (layer(3, 1), fixtures.tensor([64, height / 4, width / 4], scale: 0.01))
            for (layer, channels) in zip(PerceptualNetworkTests.layers, [16, 40, 64, 35]) {
                style[layer] = fixtures.tensor([channels, channels])
            }
        }

        /// Gram matrices and features of all layers, and the picture's gradient.
        func answers(
            threads: Int, precision: Precision = .single, set: InstructionSet
        ) throws -> (matrices: [Tensor], features: [Tensor], gradient: [Float]) {
            let network = try PerceptualNetwork(
                weights: weights, width: width, height: height, layers: Set(PerceptualNetworkTests.layers),
                threads: threads, precision: precision, instructionSet: set)
            var gradient: [Float] = []
            // The second time over everything that the first one left.
            for picture in [samples.map { 1 - $0 }, samples] {
                network.run(picture)
                network.gradient(style: style, content: content, into: &gradient)
            }
            let layers = PerceptualNetworkTests.layers
            return (layers.map(network.gram), layers.map(network.features), gradient)
        }
    }

    @Test(arguments: instructionSets, [(33, 26), (8, 19)])
    func isTheNaiveNetwork(set: InstructionSet, size: (width: Int, height: Int)) throws {
        let questions = try Questions(width: size.width, height: size.height)
        let naive = ReferencePerceptualNetwork(questions.weights, method: .matrixProduct)
        let picture = Tensor(shape: [3, size.height, size.width], values: questions.samples)
        let features = naive.features(of: picture, through: layer(4, 1))
        let gradient = naive.gradient(
            picture: picture, features: features, style: questions.style,
            content: [questions.content.layer: questions.content.gradient])
        for precision in Precision.allCases where precision.isSupported(by: set) {
            let answers = try questions.answers(threads: 2, precision: precision, set: set)
            let tolerance = precision == .single ? 1e-4 : 0.05
            for (index, layer) in Self.layers.enumerated() {
                let place = try #require(questions.weights.layers.firstIndex(of: layer))
                #expect(relativeDifference(answers.features[index], features[place]) < tolerance, "\(layer)")
                #expect(
                    relativeDifference(answers.matrices[index], features[place].gramMatrix()) < tolerance, "\(layer)")
            }
            if precision == .single {
                #expect(relativeDifference(answers.gradient, gradient.values.map(Double.init)) < tolerance)
            }
            // Rounded features near 0 cross it, and single values of the gradient come or go.
            #expect(cosine(answers.gradient, gradient.values) > 0.9, "\(precision)")
        }
    }

    @Test func theWayThereIsTheSameWithoutTheWayBack() throws {
        let questions = try Questions(width: 21, height: 30)
        let both = try questions.answers(threads: 1, set: .best)
        let network = try PerceptualNetwork(
            weights: questions.weights, width: 21, height: 30, layers: Set(Self.layers), passesBack: false,
            threads: 1, instructionSet: .best)
        network.run(questions.samples)
        #expect(Self.layers.map(network.gram) == both.matrices)
        #expect(Self.layers.map(network.features) == both.features)
    }

    @Test(arguments: instructionSets)
    func threadsChangeNothing(set: InstructionSet) throws {
        let questions = try Questions(width: 45, height: 38)
        for precision in Precision.allCases where precision.isSupported(by: set) {
            let one = try questions.answers(threads: 1, precision: precision, set: set)
            for threads in [2, 3] {
                let more = try questions.answers(threads: threads, precision: precision, set: set)
                #expect(one.matrices == more.matrices && one.features == more.features && one.gradient == more.gradient)
            }
        }
    }
}

/// The cosine of the angle between two gradients.
private func cosine(_ left: [Float], _ right: [Float]) -> Float {
    func product(_ left: [Float], _ right: [Float]) -> Float { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
    return product(left, right) / (product(left, left) * product(right, right)).squareRoot()
}

private func relativeDifference(_ result: Tensor, _ expected: Tensor) -> Double {
    guard result.shape == expected.shape else { return .infinity }
    return relativeDifference(result.values, expected.values.map(Double.init))
}
