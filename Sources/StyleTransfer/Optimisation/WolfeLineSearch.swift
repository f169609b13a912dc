/// Finds a step along a direction that makes a function smaller and its slope flatter: the strong Wolfe conditions
/// (Nocedal and Wright 2006, algorithms 3.5 and 3.6).
package struct WolfeLineSearch: Sendable, Equatable {
    /// The share of the first slope's promise that a step must keep.
    package var sufficientDecrease = 1e-4
    /// How steep the function may still be at the end, as a share of the first slope.
    package var curvature = 0.9
    /// How often the function may be computed.
    package var evaluations = 20

    package init() {}

    /// The function at a step along the direction. A value that is not finite counts as infinitely large.
    package struct Sample: Sendable, Equatable {
        package var step: Double
        package var value: Double
        /// The derivative by the step.
        package var slope: Double

        package init(step: Double, value: Double, slope: Double) {
            self.step = step
            self.value = value
            self.slope = slope
        }

        var isFinite: Bool { value.isFinite && slope.isFinite }
    }

    package enum Outcome: Sendable, Equatable {
        /// The step fulfils both conditions, or is the best that was found and makes the function small enough;
        /// the function was computed there last.
        case found(Sample)
        /// No step that was tried makes the function smaller.
        case failed(wasUndefined: Bool)
    }

    /// - Parameters:
    ///   - start: the step 0, its slope negative.
    ///   - first: the step to try first, above 0.
    ///   - evaluate: computes the function at a step.
    package func search<Failure: Error>(
        from start: Sample, first: Double, evaluate: (Double) throws(Failure) -> Sample
    ) throws(Failure) -> Outcome {
        var left = evaluations
        var wasUndefined = false

        func sample(_ step: Double) throws(Failure) -> Sample {
            left -= 1
            let sample = try evaluate(step)
            if !sample.isFinite { wasUndefined = true }
            return sample
        }
        func decreases(_ sample: Sample) -> Bool {
            sample.isFinite && sample.value <= start.value + sufficientDecrease * sample.step * start.slope
        }
        func isFlat(_ sample: Sample) -> Bool { abs(sample.slope) <= -curvature * start.slope }

        var low = start
        var high: Sample?
        // Until a step is too long, steps grow.
        var next = try sample(first)
        while high == nil {
            if !decreases(next) || (low.step > 0 && next.value >= low.value) {
                high = next
            } else if isFlat(next) {
                return .found(next)
            } else if next.slope >= 0 {
                high = low
                low = next
            } else {
                guard left > 0 else { return .found(next) }
                let longer = Self.longer(low, next)
                low = next
                next = try sample(longer)
            }
        }
        // Then a good one lies between two.
        var last = next
        while let end = high, left > 0 {
            let width = abs(end.step - low.step)
            guard width > 1e-12 * max(1, low.step) else { break }
            let next = try sample(Self.between(low, end))
            last = next
            if !decreases(next) || next.value >= low.value {
                high = next
            } else {
                if isFlat(next) { return .found(next) }
                if next.slope * (end.step - low.step) >= 0 { high = low }
                low = next
            }
        }
        guard low.step > 0 else { return .failed(wasUndefined: wasUndefined) }
        return .found(last == low ? low : try evaluate(low.step))
    }

    /// A step beyond two: where a parabola through their slopes has its least value, two to ten times as long.
    private static func longer(_ before: Sample, _ now: Sample) -> Double {
        let change = now.slope - before.slope
        let guess = change > 0 ? now.step - now.slope * (now.step - before.step) / change : .infinity
        return min(max(guess, 2 * now.step), 10 * now.step)
    }

    /// A step between two: where the cubic through values and slopes has its least value, away from both ends.
    private static func between(_ low: Sample, _ high: Sample) -> Double {
        let width = high.step - low.step
        let middle = low.step + width / 2
        // From where the function has no value it is far to where it has one.
        guard high.isFinite else { return low.step + width / 10 }
        let first = low.slope + high.slope - 3 * (low.value - high.value) / (low.step - high.step)
        let radicand = first * first - low.slope * high.slope
        guard radicand >= 0 else { return middle }
        let second = radicand.squareRoot() * (width < 0 ? -1 : 1)
        let guess = high.step - width * (high.slope + second - first) / (high.slope - low.slope + 2 * second)
        guard guess.isFinite else { return middle }
        let ends = [low.step + 0.1 * width, high.step - 0.1 * width]
        return min(max(guess, min(ends[0], ends[1])), max(ends[0], ends[1]))
    }
}
