import StyleTransfer
import Testing

@Suite struct TotalVariationTests {
    @Test func theValueIsTheDefinitions() {
        // Two planes of 2 x 2: differences across 1 and 2, 0 and 0; down 3 and 4, 5 and 5.
        let samples: [Float] = [0, 1, 3, 5, 0, 0, 5, 5]
        var gradient = [Float](repeating: 0, count: 8)
        let value = TotalVariation(width: 2, height: 2).value(of: samples, weight: 1, addingGradientTo: &gradient)
        #expect(abs(value - ((1.0 + 4) / 4 + (9.0 + 16 + 25 + 25) / 4)) < 1e-6)
    }

    @Test(arguments: [(1, 1), (1, 5), (5, 1), (7, 4)])
    func theGradientIsTheDerivative(width: Int, height: Int) {
        let variation = TotalVariation(width: width, height: height)
        let samples = seededNumbers(3 * width * height, seed: 3)
        func value(_ samples: [Float]) -> Double {
            var ignored = [Float](repeating: 0, count: samples.count)
            return variation.value(of: samples, weight: 1, addingGradientTo: &ignored)
        }
        var gradient = [Float](repeating: 1, count: samples.count)
        _ = variation.value(of: samples, weight: 2.5, addingGradientTo: &gradient)
        for index in samples.indices {
            var (more, less) = (samples, samples)
            more[index] += 0.05
            less[index] -= 0.05
            // Of a sum of squares the middle difference is exact.
            let slope = 2.5 * (value(more) - value(less)) / Double(more[index] - less[index])
            #expect(abs(Double(gradient[index]) - 1 - slope) < 1e-4)
        }
    }

    @Test func aPictureOfOneColourIsSmooth() {
        var gradient = [Float](repeating: 0, count: 3 * 20)
        let samples = [Float](repeating: 0.3, count: 3 * 20)
        #expect(TotalVariation(width: 5, height: 4).value(of: samples, weight: 1, addingGradientTo: &gradient) == 0)
        #expect(gradient.allSatisfy { $0 == 0 })
    }
}
