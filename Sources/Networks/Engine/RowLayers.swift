/// A layer that gives the rows of its output from top to bottom, some with each unit, and so may write a feature map
/// that is not held whole.
package protocol RowWriter: Layer {
    var output: FeatureMap { get }
    /// The rows of the output that a unit gives; the last unit may give fewer.
    var rowsPerUnit: Int { get }
    var normaliser: InstanceNormaliser { get }
}

extension RowWriter {
    /// The rows that the first units give.
    func rows(ofFirst units: Int) -> Int {
        min(units * rowsPerUnit, output.height)
    }

    /// Splits units so that no two of a part write to the same place: they may run at the same time.
    func forEachPart(of units: Range<Int>, _ body: (Range<Int>) -> Void) {
        let most = output.isWhole ? max(1, units.count) : max(1, output.rowsHeld / rowsPerUnit)
        for begin in stride(from: units.lowerBound, to: units.upperBound, by: most) {
            body(begin..<min(begin + most, units.upperBound))
        }
    }
}

/// A layer that reads its input from top to bottom, and so may read a feature map that is not held whole.
package protocol RowReader: Layer {
    var input: FeatureMap { get }

    /// The rows of the input that a unit needs.
    func inputRows(of unit: Int) -> ClosedRange<Int>
}
