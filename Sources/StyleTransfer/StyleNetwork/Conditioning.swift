/// Gamma and beta of all conditioned norms: what a mix of styles comes down to before it is painted.
///
/// The channels of all norms lie one behind the other in the order of
/// `StyleNetworkArchitecture.conditionedNorms`: `residual.0.norm1`, `residual.0.norm2`, `residual.1.norm1` and so
/// on, then the decoder's norms.
public struct Conditioning: Sendable, Equatable {
    /// The factors of all norms.
    public internal(set) var gamma: [Float]
    /// The summands of all norms, in the same places as `gamma`.
    public internal(set) var beta: [Float]
    /// Where each norm's channels lie in `gamma` and `beta`.
    public let ranges: [Range<Int>]

    /// Gamma and beta that normalise and do nothing else: 1 and 0.
    ///
    /// - Parameter architecture: says how many norms there are and how wide.
    public init(for architecture: StyleNetworkArchitecture) {
        self.init(ranges: architecture.conditionedNorms.map(\.range))
    }

    init(ranges: [Range<Int>]) {
        let count = ranges.last?.upperBound ?? 0
        self.ranges = ranges
        gamma = [Float](repeating: 1, count: count)
        beta = [Float](repeating: 0, count: count)
    }

    /// The factors of one norm.
    public func gamma(norm: Int) -> ArraySlice<Float> { gamma[ranges[norm]] }
    /// The summands of one norm.
    public func beta(norm: Int) -> ArraySlice<Float> { beta[ranges[norm]] }
}
