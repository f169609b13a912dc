import Networks
import StyleTransfer
import Testing

/// Features and gradients of the whole network.
@Suite struct PerceptualGradientTests {
    private static let widths = [[4, 6], [5, 17], [8, 3], [7]]
    /// Factors that make a loss of all that is looked at.
    private struct Loss {
        var style: [PerceptualLayer: Tensor] = [:]
        var content: (layer: PerceptualLayer, gradient: Tensor)?

        func value(_ features: [PerceptualLayer: DoublePerceptualNetwork.Map]) -> Double {
            var sum = 0.0
            for (layer, factors) in style {
                guard let map = features[layer] else { continue }
                for index in factors.values.indices {
                    sum +=
                        Double(factors.values[index])
                        * map.gram(index / map.channels, index % map.channels)
                }
            }
            if let content, let map = features[content.layer] {
                sum += zip(content.gradient.values, map.values).reduce(0) { $0 + Double($1.0) * $1.1 }
            }
            return sum
        }
    }

    @Test(arguments: [(9, 11), (8, 8), (13, 10), (16, 9)])
    func gradientsAreThoseOfDifferences(width: Int, height: Int) throws {
        var fixtures = PerceptualFixtures(seed: 31)
        let weights = try fixtures.weights(widths: Self.widths)
        let samples = fixtures.samples(width: width, height: height)
        let layers: Set = [layer(1, 1), layer(2, 2), layer(3, 1), layer(4, 1)]
        let network = try PerceptualNetwork(
            weights: weights, width: width, height: height, layers: layers, threads: 1)
        network.run(samples)

        let twin = DoublePerceptualNetwork(weights: weights)
        let expected = twin.features(of: samples.map(Double.init), width: width, height: height)
        for layer in layers {
            let (features, map) = (network.features(layer), try #require(expected[layer]))
            #expect(features.shape == [map.channels, map.height, map.width])
            #expect(relativeDifference(features.values, map.values) < 1e-4, "\(layer)")
            let matrix = (0..<map.channels * map.channels).map { map.gram($0 / map.channels, $0 % map.channels) }
            #expect(network.gram(layer).shape == [map.channels, map.channels])
            #expect(relativeDifference(network.gram(layer).values, matrix) < 1e-4, "\(layer)")
        }

        var loss = Loss()
        for layer in [layer(1, 1), layer(2, 2), layer(4, 1)] {
            let channels = try #require(expected[layer]).channels
            loss.style[layer] = fixtures.tensor([channels, channels])
        }
        loss.content = (layer(3, 1), fixtures.tensor(network.features(layer(3, 1)).shape, scale: 0.05))
        var gradient: [Float] = []
        network.gradient(style: loss.style, content: loss.content, into: &gradient)
        let differences = differences(samples, loss, twin, width: width, height: height)
        #expect(relativeDifference(gradient, differences) < 2e-4)
    }

    /// Style and content of one layer, and nothing else: the layers behind it are not computed.
    @Test func styleAndContentOfOneLayerAdd() throws {
        var fixtures = PerceptualFixtures(seed: 32)
        let weights = try fixtures.weights(widths: Self.widths)
        let (width, height) = (7, 6)
        let samples = fixtures.samples(width: width, height: height)
        let place = layer(2, 1)
        let network = try PerceptualNetwork(weights: weights, width: width, height: height, layers: [place], threads: 1)
        network.run(samples)
        let features = network.features(place)
        var loss = Loss(style: [place: fixtures.tensor([features.shape[0], features.shape[0]])])
        loss.content = (place, fixtures.tensor(features.shape))
        var gradient = [Float](repeating: .nan, count: 5)
        network.gradient(style: loss.style, content: loss.content, into: &gradient)
        let twin = DoublePerceptualNetwork(weights: weights)
        #expect(
            relativeDifference(gradient, differences(samples, loss, twin, width: width, height: height)) < 2e-4)
        network.gradient(style: [:], into: &gradient)
        #expect(gradient == [Float](repeating: 0, count: 3 * width * height))
    }

    @Test func whatTheNetworkLacksIsRefused() throws {
        var fixtures = PerceptualFixtures(seed: 33)
        let weights = try fixtures.weights(widths: [[2], [2], [2]])
        #expect(throws: PerceptualError("small.safetensors", .noSuchLayer(layer(3, 2), deepest: layer(3, 1)))) {
            try PerceptualNetwork(weights: weights, width: 9, height: 9, layers: [layer(1, 1), layer(3, 2)])
        }
        let error = PerceptualError(
            "small.safetensors", .pictureTooSmall(width: 9, height: 3, layer: layer(3, 1), least: 4))
        #expect(throws: error) {
            try PerceptualNetwork(weights: weights, width: 9, height: 3, layers: [layer(3, 1)])
        }
        #expect(error.description == "a picture of 9x3 is too small for relu3_1; it needs 4 pixels on each side")
        _ = try PerceptualNetwork(weights: weights, width: 9, height: 3, layers: [layer(2, 1)])
    }

    /// Central differences of a loss with respect to all samples.
    private func differences(
        _ samples: [Float], _ loss: Loss, _ twin: DoublePerceptualNetwork, width: Int, height: Int
    ) -> [Double] {
        let (samples, step) = (samples.map(Double.init), 1e-6)
        return samples.indices.map { index in
            func value(_ change: Double) -> Double {
                var changed = samples
                changed[index] += change
                return loss.value(twin.features(of: changed, width: width, height: height))
            }
            return (value(step) - value(-step)) / (2 * step)
        }
    }
}

/// The largest difference from what is expected, over the largest value of that.
func relativeDifference(_ values: [Float], _ expected: [Double]) -> Double {
    guard values.count == expected.count, values.allSatisfy(\.isFinite) else { return .infinity }
    let largest = expected.reduce(1e-6) { max($0, abs($1)) }
    return zip(values, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) } / largest
}
