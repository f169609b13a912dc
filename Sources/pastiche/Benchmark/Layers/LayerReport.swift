import Foundation

/// The times of all layers of the network for one size and precision.
struct LayerReport: Encodable {
    /// One layer; times in milliseconds of processor time.
    struct Layer: Encodable {
        let name: String
        /// Whether every frame runs it, or only every photograph.
        let isOfFrame: Bool
        let minimum: Double
        let median: Double
        /// Thousand millions of multiplications and additions in a second, of the fastest time; nil where the work is
        /// moving.
        let speed: Double?
        /// `speed` as a share of one core's peak in the layer's precision.
        let share: Double?

        /// - Parameter times: sorted, one at least.
        init(name: String, isOfFrame: Bool, times: [Double], operations: Int?, peak: Double) {
            self.name = name
            self.isOfFrame = isOfFrame
            minimum = times[0]
            median = times[times.count / 2]
            let fastest = times[0]
            speed = operations.map { Double($0) / fastest / 1e6 }
            share = speed.map { $0 / peak }
        }
    }

    let kernels: String
    let precision: String
    let width: Int
    let height: Int
    let layers: [Layer]

    /// A table, with the sums of the interactive part and of the whole network.
    var text: String {
        var table = Table(
            heading: [
                "\(width) x \(height), \(kernels), \(precision), one core", "FASTEST", "MEDIAN", "GFLOP/S", "OF PEAK",
            ],
            alignments: [.left, .right, .right, .right, .right])
        table.rows = layers.map { layer in
            [
                layer.name, String(format: "%.3f", layer.minimum), String(format: "%.3f", layer.median),
                layer.speed.map { String(format: "%.1f", $0) } ?? "",
                layer.share.map { String(format: "%.0f %%", 100 * $0) } ?? "",
            ]
        }
        table.rows.append(sum("interactive part", of: layers.filter(\.isOfFrame)))
        table.rows.append(sum("whole network", of: layers))
        return table.text
    }

    private func sum(_ name: String, of layers: [Layer]) -> [String] {
        [
            name, String(format: "%.3f", layers.reduce(0) { $0 + $1.minimum }),
            String(format: "%.3f", layers.reduce(0) { $0 + $1.median }), "", "",
        ]
    }
}
