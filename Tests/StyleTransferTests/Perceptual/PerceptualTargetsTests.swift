import Networks
import StyleTransfer
import Testing

/// The losses of a layer.
@Suite struct PerceptualTargetsTests {
    private let weights: PerceptualWeights
    private let head: Tensor
    private var fixtures = PerceptualFixtures(seed: 41)

    init() throws {
        var file = fixtures.file(widths: [[4], [5]])
        head = fixtures.tensor([9, 4])
        file["relu1_1.head"] = head
        weights = try PerceptualWeights(tensors: file, file: "small.safetensors")
    }

    /// A symmetric matrix, as Gram matrices are.
    private mutating func symmetric() -> Tensor {
        fixtures.tensor([4, 6, 1]).gramMatrix()
    }

    @Test func withoutAHeadDistancesAreSumsOfSquares() throws {
        var copy = self
        let (target, other) = (copy.symmetric(), copy.symmetric())
        let (value, gradient) = GramTarget(target, metric: weights.metrics[layer(2, 1)]).distance(to: other)
        let norm = target.values.reduce(0) { $0 + Double($1) * Double($1) }
        let differences = zip(other.values, target.values).map { Double($0) - Double($1) }
        #expect(abs(value - differences.reduce(0) { $0 + $1 * $1 } / norm) < 1e-12)
        #expect(relativeDifference(gradient.values, differences.map { 2 * $0 / norm }) < 1e-6)
        #expect(GramTarget(target, metric: nil).distance(to: target).value == 0)
    }

    @Test func aHeadMeasuresInTheOtherNetworksFeatures() throws {
        var copy = self
        let metric = try #require(weights.metrics[layer(1, 1)])
        let (target, other) = (copy.symmetric(), copy.symmetric())
        /// H G Hᵀ.
        func lifted(_ gram: Tensor) -> [Double] {
            (0..<81).map { place in
                var sum = 0.0
                for first in 0..<4 {
                    for second in 0..<4 {
                        sum +=
                            Double(head.values[place / 9 * 4 + first]) * Double(gram.values[first * 4 + second])
                            * Double(head.values[place % 9 * 4 + second])
                    }
                }
                return sum
            }
        }
        func distance(_ gram: Tensor) -> Double {
            zip(lifted(gram), lifted(target)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                / lifted(target).reduce(0) { $0 + $1 * $1 }
        }
        let (value, gradient) = GramTarget(target, metric: metric).distance(to: other)
        #expect(abs(value - distance(other)) < 1e-9 * value)
        let differences = other.values.indices.map { index in
            // A quadratic function: differences are exact for any step.
            var (before, after) = (other, other)
            before.values[index] -= 0.25
            after.values[index] += 0.25
            return (distance(after) - distance(before)) / Double(after.values[index] - before.values[index])
        }
        #expect(relativeDifference(gradient.values, differences) < 1e-5)
    }

    @Test(arguments: [false, true])
    func contentIsAMeanSquare(withHead: Bool) {
        var copy = self
        let metric = withHead ? weights.metrics[layer(1, 1)] : nil
        #expect((metric != nil) == withHead)
        let (target, other) = (copy.fixtures.tensor([4, 2, 3]), copy.fixtures.tensor([4, 2, 3]))
        func distance(_ features: Tensor) -> Double {
            let rows = withHead ? 9 : 4
            var sum = 0.0
            for pixel in 0..<6 {
                let difference = (0..<4).map {
                    Double(features.values[$0 * 6 + pixel]) - Double(target.values[$0 * 6 + pixel])
                }
                for row in 0..<rows {
                    let value =
                        withHead
                        ? (0..<4).reduce(0) { $0 + Double(head.values[row * 4 + $1]) * difference[$1] }
                        : difference[row]
                    sum += value * value
                }
            }
            return sum / Double(rows * 6)
        }
        let (value, gradient) = FeatureTarget(target, metric: metric).distance(to: other)
        #expect(abs(value - distance(other)) < 1e-9 * value)
        let differences = other.values.indices.map { index in
            var (before, after) = (other, other)
            before.values[index] -= 0.25
            after.values[index] += 0.25
            return (distance(after) - distance(before)) / Double(after.values[index] - before.values[index])
        }
        #expect(relativeDifference(gradient.values, differences) < 1e-5)
    }

    /// A black picture as a style has no norm to divide by.
    @Test func aTargetOfZerosDividesNothingByZero() {
        let distance = GramTarget(Tensor(shape: [2, 2]), metric: nil).distance(to: Tensor(shape: [2, 2]))
        #expect(distance.value == 0)
        #expect(distance.gradient.values == [0, 0, 0, 0])
    }
}
