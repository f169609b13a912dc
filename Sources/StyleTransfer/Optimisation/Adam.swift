import Foundation

/// Adam (Kingma and Ba 2015): gradient steps scaled by running means of each number's gradient and its square.
///
/// One evaluation for each iteration. Memory: the point, the best one, the gradient and the two means.
package struct Adam: Sendable, Equatable {
    /// About how far a number moves in the first iterations.
    package var rate: Double
    /// The rate of the last iteration as a share of `rate`; in between it falls like half a wave of a cosine.
    package var lastShare: Double
    /// How much of the running mean of gradients is kept at each iteration.
    package var meanDecay = 0.9
    /// The same for their squares.
    package var squareDecay = 0.999
    /// Added to the root of the squares' mean; small against the gradients that count.
    package var epsilon: Double
    package var bounds: Bounds

    package init(rate: Double, lastShare: Double = 1, epsilon: Double = 1e-8, bounds: Bounds = .none) {
        self.rate = rate
        self.lastShare = lastShare
        self.epsilon = epsilon
        self.bounds = bounds
    }

    /// How many vectors of the point's count are held, the point among them.
    package static let vectors = 5

    /// Makes a function smaller.
    ///
    /// - Parameters:
    ///   - point: where to begin; becomes the best point that was seen, and is inside the bounds then.
    ///   - progress: called after every iteration with the point reached; if it answers false, this is the end.
    package func minimise<Target: Objective>(
        _ objective: inout Target, from point: inout [Float], iterations: Int,
        progress: (OptimisationStep<Target.Losses>, [Float]) -> Bool = { _, _ in true }
    ) throws -> Optimisation<Target.Losses> {
        bounds.clamp(&point)
        var gradient = [Float](repeating: 0, count: point.count)
        var losses = try objective.evaluate(point, gradient: &gradient)
        var result = Optimisation(losses: losses, iterations: 0, evaluations: 1, ending: .iterations)
        guard losses.total.isFinite, gradient.isFinite else {
            result.ending = .undefined
            return result
        }
        var best = point
        defer { point = best }
        var mean = [Float](repeating: 0, count: point.count)
        var square = mean
        while result.iterations < iterations {
            if gradient.length == 0 {
                result.ending = .converged
                break
            }
            let share = Double(result.iterations) / Double(max(1, iterations - 1))
            result.iterations += 1
            step(
                &point, gradient: gradient, mean: &mean, square: &square, time: result.iterations,
                rate: rate * (lastShare + (1 - lastShare) * (1 + cos(.pi * share)) / 2))
            losses = try objective.evaluate(point, gradient: &gradient)
            result.evaluations += 1
            guard losses.total.isFinite, gradient.isFinite else {
                result.ending = .undefined
                break
            }
            if losses.total < result.losses.total {
                result.losses = losses
                best.become(point)
            }
            let step = OptimisationStep(
                losses: losses, iteration: result.iterations, evaluations: result.evaluations)
            guard progress(step, point) else {
                result.ending = .cancelled
                break
            }
        }
        return result
    }

    private func step(
        _ point: inout [Float], gradient: [Float], mean: inout [Float], square: inout [Float], time: Int, rate: Double
    ) {
        let (keptMean, keptSquare) = (Float(meanDecay), Float(squareDecay))
        // The means begin at 0, which this undoes.
        let meanScale = Float(1 / (1 - pow(meanDecay, Double(time))))
        let squareScale = Float(1 / (1 - pow(squareDecay, Double(time))))
        let (rate, epsilon) = (Float(rate), Float(epsilon))
        gradient.withUnsafeBufferPointer { gradient in
            mean.withUnsafeMutableBufferPointer { mean in
                square.withUnsafeMutableBufferPointer { square in
                    point.withUnsafeMutableBufferPointer { point in
                        for index in point.indices {
                            let slope = gradient[index]
                            mean[index] = keptMean * mean[index] + (1 - keptMean) * slope
                            square[index] = keptSquare * square[index] + (1 - keptSquare) * slope * slope
                            let root = (squareScale * square[index]).squareRoot() + epsilon
                            point[index] -= rate * meanScale * mean[index] / root
                        }
                    }
                }
            }
        }
        bounds.clamp(&point)
    }
}
