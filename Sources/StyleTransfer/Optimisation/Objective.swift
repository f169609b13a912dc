/// A function of many numbers that shall become small, with its gradient.
package protocol Objective {
    /// What the function's value is made of.
    associatedtype Losses: TotalLoss

    /// Computes the function and its gradient at a point.
    ///
    /// - Parameters:
    ///   - point: as many numbers as the function has.
    ///   - gradient: of the same count, overwritten with the derivative of the total by each of them.
    /// - Returns: the losses; where the function has no value, a total that is not finite.
    mutating func evaluate(_ point: [Float], gradient: inout [Float]) throws -> Losses
}

/// Losses that are minimised by their sum.
package protocol TotalLoss: Sendable {
    var total: Double { get }
}

extension Double: TotalLoss {
    package var total: Double { self }
}

/// What an optimiser reached, and why it ended there. The point is the best of all that were seen.
package struct Optimisation<Losses: TotalLoss>: Sendable {
    package enum Ending: Sendable, Equatable {
        /// All iterations were done.
        case iterations
        /// The gradient is as good as 0, but for what the bounds hold back.
        case converged
        /// No step along the gradient makes the function smaller: it is at the end of its numbers' precision.
        case stalled
        /// The function or its gradient has no finite value at the start, or next to the best point.
        case undefined
        /// The caller's progress function answered false.
        case cancelled
    }

    /// At the best point.
    package var losses: Losses
    /// Iterations that were done.
    package var iterations: Int
    /// How often function and gradient were computed; what an optimisation costs.
    package var evaluations: Int
    package var ending: Ending
}

/// Where an optimiser stands after an iteration.
package struct OptimisationStep<Losses: TotalLoss>: Sendable {
    package var losses: Losses
    /// Iterations that were done, from 1.
    package var iteration: Int
    package var evaluations: Int
}
