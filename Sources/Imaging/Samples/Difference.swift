import Foundation

extension Picture {
    /// The peak signal-to-noise ratio of the colours in decibels, against a peak of 1; infinite for equal pictures.
    ///
    /// - Precondition: both have the same size.
    package func peakSignalToNoiseRatio(to other: Picture) -> Double {
        let sum = differences(to: other).reduce(0) { $0 + $1 * $1 }
        return sum == 0 ? .infinity : -10 * log10(sum / Double(samples.count))
    }

    /// The mean of the colours' absolute differences.
    ///
    /// - Precondition: both have the same size.
    package func meanAbsoluteError(to other: Picture) -> Double {
        differences(to: other).reduce(0) { $0 + abs($1) } / Double(samples.count)
    }

    /// The largest of the colours' absolute differences.
    ///
    /// - Precondition: both have the same size.
    package func maximumAbsoluteError(to other: Picture) -> Double {
        differences(to: other).reduce(0) { max($0, abs($1)) }
    }

    private func differences(to other: Picture) -> some Sequence<Double> {
        precondition(size == other.size)
        return zip(samples, other.samples).lazy.map { Double($0) - Double($1) }
    }
}
