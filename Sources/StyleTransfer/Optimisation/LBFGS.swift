/// The quasi-Newton method of limited memory (Nocedal and Wright 2006, algorithm 7.5) inside a box.
///
/// Numbers at a wall that the gradient presses against it are held for an iteration; steps are bent along the walls.
/// Memory: two vectors for each pair, and five more. The function never rises from one iteration to the next.
package struct LBFGS: Sendable, Equatable {
    /// How many pairs of steps and changes of the gradient are remembered.
    package var pairs: Int
    /// The Euclidean length of the first step that is tried while nothing is known of the curvature.
    package var firstStep: Double
    /// The gradient's length, as a share of the first one's, that is taken for 0.
    package var tolerance: Double
    package var bounds: Bounds
    package var lineSearch = WolfeLineSearch()

    package init(pairs: Int = 10, firstStep: Double = 1, tolerance: Double = 1e-7, bounds: Bounds = .none) {
        self.pairs = pairs
        self.firstStep = firstStep
        self.tolerance = tolerance
        self.bounds = bounds
    }

    /// How many vectors of the point's count are held, the point among them.
    package static func vectors(pairs: Int) -> Int { 2 * pairs + 5 }

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
        let begin = try objective.evaluate(point, gradient: &gradient)
        var result = Optimisation(losses: begin, iterations: 0, evaluations: 1, ending: .iterations)
        guard begin.total.isFinite, gradient.isFinite else {
            result.ending = .undefined
            return result
        }
        var known = CurvaturePairs(limit: pairs)
        var direction = gradient
        var next = point
        var nextGradient = gradient
        var firstLength: Double?
        while result.iterations < iterations {
            direction.become(gradient)
            direction.multiply(by: -1)
            bounds.hold(&direction, at: point, gradient: gradient)
            let length = direction.length
            if length <= tolerance * (firstLength ?? 0) {
                result.ending = .converged
                break
            }
            firstLength = firstLength ?? length
            known.applyInverseHessian(to: &direction)
            bounds.hold(&direction, at: point, gradient: gradient)
            let slope = direction.dot(gradient)
            if known.count > 0, !(slope < 0) {
                known.removeAll()
                continue
            }

            let start = WolfeLineSearch.Sample(step: 0, value: result.losses.total, slope: slope)
            var losses = result.losses
            let outcome = try lineSearch.search(from: start, first: known.count > 0 ? 1 : firstStep / length) { step in
                bounds.walk(from: point, along: direction, by: step, to: &next)
                losses = try objective.evaluate(next, gradient: &nextGradient)
                result.evaluations += 1
                let slope = bounds.slope(ofWalkFrom: point, along: direction, by: step, gradient: nextGradient)
                return WolfeLineSearch.Sample(step: step, value: losses.total, slope: slope)
            }
            if case .failed(let wasUndefined) = outcome {
                guard known.count > 0 else {
                    result.ending = wasUndefined ? .undefined : .stalled
                    break
                }
                // What is remembered may mislead; the gradient alone does not.
                known.removeAll()
                continue
            }
            known.append(from: point, to: next, gradient: gradient, nextGradient: nextGradient)
            swap(&point, &next)
            swap(&gradient, &nextGradient)
            result.losses = losses
            result.iterations += 1
            let step = OptimisationStep(
                losses: losses, iteration: result.iterations, evaluations: result.evaluations)
            guard progress(step, point) else {
                result.ending = .cancelled
                break
            }
        }
        return result
    }
}
