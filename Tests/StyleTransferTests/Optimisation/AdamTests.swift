import Foundation
import StyleTransfer
import Testing

@Suite struct AdamTests {
    @Test func theFirstStepIsAsLongAsTheRate() throws {
        // Whatever the gradient's size: Adam's first step is the rate times its sign.
        var function = TestFunction.quadratic(centre: [1, -1], weights: [1000, 0.001])
        var point: [Float] = [0, 0]
        _ = try Adam(rate: 0.1, epsilon: 1e-12).minimise(&function, from: &point, iterations: 1)
        #expect(abs(point[0] - 0.1) < 1e-6)
        #expect(abs(point[1] + 0.1) < 1e-6)
    }

    /// Three steps on half the square of one number, worked out by hand from the paper's algorithm 1.
    @Test func stepsAreThePapers() throws {
        var function = TestFunction.quadratic(centre: [0], weights: [1])
        var point: [Float] = [1]
        var path: [Float] = []
        _ = try Adam(rate: 0.1).minimise(&function, from: &point, iterations: 3) { _, point in
            path.append(point[0])
            return true
        }
        var (x, mean, square) = (1.0, 0.0, 0.0)
        for time in 1...3 {
            mean = 0.9 * mean + 0.1 * x
            square = 0.999 * square + 0.001 * x * x
            let (unbiasedMean, unbiasedSquare) = (
                mean / (1 - pow(0.9, Double(time))), square / (1 - pow(0.999, Double(time)))
            )
            x -= 0.1 * unbiasedMean / (unbiasedSquare.squareRoot() + 1e-8)
            #expect(abs(Double(path[time - 1]) - x) < 1e-5)
        }
    }

    @Test(arguments: 1...5)
    func itConvergesFromAnywhere(seed: UInt64) throws {
        let weights = (0..<20).map { pow(10, 4 * Double($0) / 19) }
        var function = TestFunction.quadratic(centre: seededNumbers(20, seed: seed + 100), weights: weights)
        var point = seededNumbers(20, seed: seed)
        let result = try Adam(rate: 0.05, lastShare: 0.01).minimise(&function, from: &point, iterations: 1000)
        #expect(result.losses < 1e-3)
        #expect(result.evaluations == 1001)
        #expect(result.ending == .iterations)
    }

    @Test func theBestPointIsKeptThoughLaterOnesAreWorse() throws {
        // The rate is so high that it leaps over the valley.
        var function = TestFunction.quadratic(centre: [0], weights: [1])
        var point: [Float] = [1]
        var seen: [Double] = []
        let result = try Adam(rate: 1.5).minimise(&function, from: &point, iterations: 6) { step, _ in
            seen.append(step.losses)
            return true
        }
        let least = try #require(seen.min())
        #expect(seen.last != least)
        #expect(result.losses == min(0.5, least))
        #expect(abs(Double(point[0] * point[0]) / 2 - result.losses) < 1e-9)
    }

    @Test func samplesStayInTheirRange() throws {
        var function = TestFunction.quadratic(centre: [2, -1, 0.5], weights: [1, 1, 1])
        var point: [Float] = [5, 0.5, -3]
        _ = try Adam(rate: 0.1, lastShare: 0.01, bounds: .samples).minimise(&function, from: &point, iterations: 300) {
            $1.allSatisfy { $0 >= 0 && $0 <= 1 }
        }
        #expect(point[0] == 1)
        #expect(point[1] == 0)
        #expect(abs(point[2] - 0.5) < 1e-2)
    }

    @Test func withoutAValueItEndsWithTheBestSoFar() throws {
        var function = TestFunction { point, gradient in
            gradient[0] = 2 * (point[0] - 1)
            return point[0] < 0.5 ? Double((point[0] - 1) * (point[0] - 1)) : .nan
        }
        var point: [Float] = [0]
        let result = try Adam(rate: 0.1).minimise(&function, from: &point, iterations: 100)
        #expect(result.ending == .undefined)
        #expect(point[0] > 0.3 && point[0] < 0.5)
        #expect(result.losses.isFinite)
        #expect(result.iterations < 10)
    }

    @Test func cancellingEndsIt() throws {
        var function = TestFunction.rosenbrock
        var point: [Float] = [-1.2, 1]
        let result = try Adam(rate: 0.01).minimise(&function, from: &point, iterations: 100) { step, _ in
            step.iteration < 7
        }
        #expect(result.ending == .cancelled)
        #expect(result.iterations == 7)
    }
}
