import Foundation

/// The rows of one style at a stroke size, with weights that sum to 1.
package struct StrokeRows: Equatable {
    package let smaller: Int
    package let larger: Int
    /// The weight of `larger`; that of `smaller` is 1 minus this.
    package let share: Float

    /// The row learnt at that size, the two learnt next to it, or the one at the end of what was learnt.
    /// Between two, the share follows the logarithm of the size: doubling counts as much everywhere.
    ///
    /// - Parameters:
    ///   - rows: in any order, not empty, of different stroke sizes above 0.
    ///   - stroke: in pixels, above 0.
    package init(_ rows: [Style.Row], stroke: Float) {
        var below: Style.Row?
        var above: Style.Row?
        for row in rows {
            if Float(row.stroke) <= stroke, row.stroke > below?.stroke ?? 0 { below = row }
            if Float(row.stroke) >= stroke, row.stroke < above?.stroke ?? .max { above = row }
        }
        smaller = below?.row ?? above?.row ?? 0
        larger = above?.row ?? smaller
        if let below, let above, below.stroke < above.stroke {
            share = log(stroke / Float(below.stroke)) / log(Float(above.stroke) / Float(below.stroke))
        } else {
            share = 0
        }
    }
}
