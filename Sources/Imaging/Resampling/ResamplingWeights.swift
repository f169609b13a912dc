/// How each sample along one resampled axis is mixed: a window of the source's samples, and a weight for each.
///
/// All windows have the same length, so the loops over them are plain; weights that pad a window are zero.
struct ResamplingWeights: Sendable {
    /// The length of a window.
    let taps: Int
    /// The first source sample of each window; `first + taps` never passes the source's end.
    let firsts: [Int]
    /// `taps` weights per result sample; those of one sample add up to 1.
    let weights: [Float]

    /// - Parameters:
    ///   - source: the number of samples that there are.
    ///   - target: the number of samples wanted.
    init(from source: Int, to target: Int) {
        let ratio = Double(source) / Double(target)
        let filter: ResamplingFilter = ratio > 1 ? .lanczos : .catmullRom
        let spread = max(1, ratio)
        let support = filter.radius * spread
        let taps = min(source, 2 * Int(support.rounded(.up)) + 1)

        var firsts: [Int] = []
        firsts.reserveCapacity(target)
        var weights = [Float](repeating: 0, count: target * taps)
        var window = [Double](repeating: 0, count: taps)
        for index in 0..<target {
            // Samples stand in the middle of their pixels.
            let centre = (Double(index) + 0.5) * ratio - 0.5
            let low = Int((centre - support).rounded(.up))
            let high = Int((centre + support).rounded(.down))
            let first = min(max(low, 0), source - taps)
            for tap in window.indices { window[tap] = 0 }
            for position in low...high {
                let inside = min(max(position, 0), source - 1)
                window[inside - first] += filter.weight(at: (Double(position) - centre) / spread)
            }
            let sum = window.reduce(0, +)
            for tap in window.indices { weights[index * taps + tap] = Float(window[tap] / sum) }
            firsts.append(first)
        }
        self.taps = taps
        self.firsts = firsts
        self.weights = weights
    }
}
