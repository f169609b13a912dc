import Imaging
import Networks
import StyleTransfer
import Testing

@Suite struct GatysLossTests {
    private let photograph = TestPictures.waves(width: 24, height: 20)
    private let perceptual: PerceptualWeights
    private var settings = FineSettings()

    init() throws {
        var fixtures = PerceptualFixtures(seed: 5)
        perceptual = try fixtures.weights(widths: [[6, 5], [8], [7]])
        settings.layers = try LayerWeights(parsing: "relu1_1=1,relu2_1=0.5,relu3_1=2")
        settings.contentLayer = layer(2, 1)
        settings.contentWeight = 0.7
        settings.styleWeight = 3
        settings.smoothness = 0.2
    }

    private func statistics(_ styles: [FineStyle]) throws -> StyleStatistics {
        try StyleStatistics(
            of: styles, stroke: 30, layers: [layer(1, 1), layer(2, 1), layer(3, 1)], weights: perceptual, threads: 1)
    }

    private func loss(_ settings: FineSettings, _ styles: [FineStyle]) throws -> GatysLoss {
        try GatysLoss(
            photograph: photograph, grams: statistics(styles).grams, settings: settings, perceptual: perceptual,
            threads: 1)
    }

    private func style(_ seed: UInt64, weight: Float = 1) -> FineStyle {
        let picture = Picture(width: 40, height: 30, samples: seededNumbers(3 * 1200, seed: seed).map { ($0 + 1) / 2 })
        return FineStyle(picture: picture, weight: weight)
    }

    @Test func theGradientIsTheDerivative() throws {
        var loss = try loss(settings, [style(1)])
        let count = photograph.samples.count
        let point = seededNumbers(count, seed: 8).map { 0.5 + 0.4 * $0 }
        var gradient = [Float](repeating: 0, count: count)
        _ = loss.evaluate(point, gradient: &gradient)
        // Along a few directions: one sample's difference would drown in rounding.
        for seed in UInt64(1)...4 {
            let direction = seededNumbers(count, seed: 100 + seed)
            var ignored = gradient
            func total(_ step: Float) -> Double {
                let moved = zip(point, direction).map { $0 + step * $1 }
                return loss.evaluate(moved, gradient: &ignored).total
            }
            let difference = (total(2e-4) - total(-2e-4)) / 4e-4
            let slope = zip(gradient, direction).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
            #expect(abs(difference - slope) < 0.03 * max(abs(slope), 0.3), "\(difference) \(slope)")
        }
    }

    @Test func lossesAreRelative() throws {
        var loss = try loss(settings, [style(1)])
        var gradient = [Float](repeating: 0, count: photograph.samples.count)
        // The photograph itself has its own drawing.
        let own = loss.evaluate(photograph.samples, gradient: &gradient)
        #expect(own.content < 1e-6)
        #expect(own.style > 0.01 && own.variation > 0)
        #expect(own.total == own.content + own.style + own.variation)
        // The style's picture has its own style.
        let picture = style(1).picture.resized(width: 40, height: 30)
        var pure = settings
        pure.contentWeight = 0
        var styleLoss = try GatysLoss(
            photograph: picture, grams: statistics([style(1)]).grams, settings: pure, perceptual: perceptual,
            threads: 1)
        var styleGradient = [Float](repeating: 0, count: picture.samples.count)
        let reached = styleLoss.evaluate(picture.samples, gradient: &styleGradient)
        #expect(reached.style < 1e-6)
        #expect(reached.content == 0)
    }

    @Test func whatDoesNotCountIsNotLookedAt() throws {
        var settings = settings
        settings.styleWeight = 0
        settings.smoothness = 0
        var loss = try loss(settings, [style(1)])
        var gradient = [Float](repeating: 0, count: photograph.samples.count)
        let losses = loss.evaluate(seededNumbers(photograph.samples.count, seed: 2), gradient: &gradient)
        #expect(losses.style == 0 && losses.variation == 0 && losses.content > 0)
    }

    @Test func onlyRatiosOfWeightsCount() throws {
        let mixed = try statistics([style(1, weight: 1), style(2, weight: 3)]).grams
        let again = try statistics([style(1, weight: 1e38), style(2, weight: 3e38)]).grams
        let first = try statistics([style(1)]).grams
        let second = try statistics([style(2)]).grams
        for layer in [layer(1, 1), layer(2, 1), layer(3, 1)] {
            let mix = try #require(mixed[layer])
            let same = try #require(again[layer])
            let one = try #require(first[layer])
            let two = try #require(second[layer])
            for index in mix.values.indices {
                let expected = 0.25 * one.values[index] + 0.75 * two.values[index]
                #expect(abs(mix.values[index] - expected) < 1e-4 * max(1, abs(expected)))
                #expect(abs(same.values[index] - expected) < 1e-4 * max(1, abs(expected)))
            }
        }
    }

    @Test func aStyleWithoutAWeightChangesNothing() throws {
        let mixed = try statistics([style(1), style(2, weight: 0)]).grams
        let alone = try statistics([style(1)]).grams
        #expect(mixed == alone)
    }
}
