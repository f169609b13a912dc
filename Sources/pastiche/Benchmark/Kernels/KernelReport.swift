import Foundation

/// The times of one instruction set's kernels of a precision on one core.
struct KernelReport: Encodable {
    /// One kernel in one layer; times in milliseconds.
    struct Kernel: Encodable {
        let name: String
        /// Layers of this kind in the network.
        let count: Int
        let minimum: Double
        let median: Double
        /// Thousand millions of multiplications and additions in a second; nil where the work is moving.
        let speed: Double?
        /// `speed` as a share of the peak.
        let share: Double?

        /// - Parameter times: sorted, one at least.
        init(name: String, count: Int, times: [Double], operations: Int?, peak: Double) {
            self.name = name
            self.count = count
            minimum = times[0]
            median = times[times.count / 2]
            let fastest = times[0]
            speed = operations.map { Double($0) / fastest / 1e6 }
            share = speed.map { $0 / peak }
        }
    }

    let kernels: String
    let precision: String
    /// The most that one core multiplied and added in the same run, in thousand millions in a second.
    let peak: Double
    let parts: [Kernel]

    /// A table of one instruction set.
    var text: String {
        var table = Table(
            heading: ["\(kernels), \(precision), one core", "LAYERS", "FASTEST", "MEDIAN", "GFLOP/S", "OF PEAK"],
            alignments: [.left, .right, .right, .right, .right, .right])
        table.rows = parts.map { part in
            [
                part.name, "\(part.count)", String(format: "%.3f", part.minimum), String(format: "%.3f", part.median),
                part.speed.map { String(format: "%.1f", $0) } ?? "",
                part.share.map { String(format: "%.0f %%", 100 * $0) } ?? "",
            ]
        }
        table.rows.append(["multiply-add peak", "", "", "", String(format: "%.1f", peak), "100 %"])
        return table.text
    }
}
