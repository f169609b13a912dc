import Foundation

/// How long the studio takes to answer; the keys of its JSON stay.
struct LatencyReport: Encodable {
    let presses: Int
    let seed: UInt64
    /// Any key, to the first byte that it changes.
    let firstByte: Percentiles
    /// Keys that change only text.
    let textKey: Percentiles
    /// Keys that move a slider.
    let sliderKey: Percentiles
    /// Keys that move a slider, to the last byte of the first picture.
    let picture: Percentiles

    var text: String {
        var table = Table(
            heading: ["FROM A KEY TO", "MEDIAN", "99 %", "PRESSES"], alignments: [.left, .right, .right, .right])
        let rows = [
            ("the first changed byte", firstByte), ("  keys that change text", textKey),
            ("  keys that move a slider", sliderKey), ("the whole first picture", picture),
        ]
        table.rows = rows.map { title, times in
            [title, rounded(times.median), rounded(times.percentile99), "\(times.count)"]
        }
        return "the studio in a pseudo-terminal, \(StudioUnderTest.columns) x \(StudioUnderTest.rows) cells, sixel; "
            + "times in milliseconds\n\n" + table.text
    }

    private func rounded(_ milliseconds: Double?) -> String {
        milliseconds.map { String(format: "%.\($0 < 10 ? 2 : 1)f", $0) } ?? "-"
    }
}

/// The middle and the slow end of many times, in milliseconds; nil where there are none.
struct Percentiles: Encodable {
    let count: Int
    let median: Double?
    /// The time that 99 of 100 do not exceed (nearest rank).
    let percentile99: Double?

    init(_ times: [Double]) {
        let sorted = times.sorted()
        func rank(_ share: Double) -> Double? {
            sorted.isEmpty ? nil : sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
        }
        count = sorted.count
        median = rank(0.5)
        percentile99 = rank(0.99)
    }
}
