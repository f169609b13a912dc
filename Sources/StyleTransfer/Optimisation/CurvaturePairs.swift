/// The last steps of an optimiser and how the gradient changed along them: what L-BFGS knows of the curvature.
struct CurvaturePairs {
    private var steps: [[Float]] = []
    private var changes: [[Float]] = []
    /// 1 over the inner product of a step and its change.
    private var scales: [Double] = []
    private var coefficients: [Double] = []
    private let limit: Int
    private var newest = -1
    private(set) var count = 0

    /// - Parameter limit: how many pairs are kept, at least 1; the vectors are allocated as they come.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Forgets all pairs but not their memory.
    mutating func removeAll() {
        count = 0
        newest = -1
    }

    /// Keeps a pair unless the function is not convex along it, or so little that the pair says nothing.
    ///
    /// - Returns: whether it was kept.
    @discardableResult
    mutating func append(from point: [Float], to next: [Float], gradient: [Float], nextGradient: [Float]) -> Bool {
        let slot = (newest + 1) % limit
        if slot == steps.count {
            let zeros = [Float](repeating: 0, count: point.count)
            steps.append(zeros)
            changes.append(zeros)
            scales.append(0)
            coefficients.append(0)
        }
        steps[slot].become(next, minus: point)
        changes[slot].become(nextGradient, minus: gradient)
        let product = steps[slot].dot(changes[slot])
        guard product > 1e-8 * steps[slot].length * changes[slot].length, (1 / product).isFinite else {
            // The oldest pair's place was taken.
            if count == limit { count -= 1 }
            return false
        }
        scales[slot] = 1 / product
        newest = slot
        count = min(count + 1, limit)
        return true
    }

    /// Multiplies a vector by the approximate inverse of the Hessian: the two-loop recursion (Nocedal and Wright 2006,
    /// algorithm 7.4), begun with the scale of the newest pair. Nothing to do without a pair.
    mutating func applyInverseHessian(to vector: inout [Float]) {
        guard count > 0 else { return }
        for age in 0..<count {
            let slot = (newest + limit - age) % limit
            let coefficient = scales[slot] * steps[slot].dot(vector)
            coefficients[slot] = coefficient
            vector.add(-coefficient, times: changes[slot])
        }
        vector.multiply(by: 1 / (scales[newest] * changes[newest].dot(changes[newest])))
        for age in (0..<count).reversed() {
            let slot = (newest + limit - age) % limit
            let coefficient = scales[slot] * changes[slot].dot(vector)
            vector.add(coefficients[slot] - coefficient, times: steps[slot])
        }
    }
}
