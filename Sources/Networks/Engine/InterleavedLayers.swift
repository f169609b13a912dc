/// Two layers that take turns, so that the feature map between them need not be held whole: the first writes some rows,
/// the second reads what it can, the first overwrites what is not needed any more.
///
/// The second layer applies a normalisation with statistics over the whole map. So the first one runs twice: alone, for
/// its moments, and here once more. Both give the same values to the last bit as they do with a whole map.
///
/// Units are in the order in which they must run; those of one call share the threads as far as the turns allow.
package final class InterleavedLayers: Layer {
    /// Consecutive units of one of the layers.
    private struct Turn {
        let layer: any Layer
        let units: Range<Int>
        /// The number of the first of them here.
        let begin: Int
    }

    package let units: Int
    package let unitCost: Int
    private let turns: [Turn]
    private let layers: [any Layer]

    /// The rows that a map between two layers must hold.
    ///
    /// - Parameters:
    ///   - rowsAtOnce: as in `init`; raised to what the reader needs at least.
    ///   - kernel: the rows of the reader's window.
    package static func rowsHeld(rowsAtOnce: Int, kernel: Int) -> Int {
        2 * self.rowsAtOnce(rowsAtOnce, kernel: kernel)
    }

    /// - Parameters:
    ///   - writer: its output is the reader's input and holds `rowsHeld` rows or all.
    ///   - rowsAtOnce: how many rows are written before the reader's turn; few take little memory, many let many threads
    ///     work.
    ///   - kernel: the rows of the reader's window, of stride 1 or 2.
    package init(_ writer: any RowWriter, _ reader: any RowReader, rowsAtOnce: Int, kernel: Int) {
        precondition(writer.output === reader.input)
        layers = [writer, reader]
        turns = Self.turns(writer, reader, rowsAtOnce: Self.rowsAtOnce(rowsAtOnce, kernel: kernel))
        units = turns.last.map { $0.begin + $0.units.count } ?? 0
        unitCost = (writer.cost + reader.cost) / max(1, units)
    }

    /// The writer runs twice; here are those of its second time.
    package var operations: Int? { layers.reduce(0) { $0 + ($1.operations ?? 0) } }

    package func run(on engine: Engine, units: Range<Int>) {
        for turn in turns {
            let begin = max(units.lowerBound - turn.begin, 0)
            let end = min(units.upperBound - turn.begin, turn.units.count)
            guard begin < end else { continue }
            turn.layer.run(on: engine, units: turn.units.lowerBound + begin..<turn.units.lowerBound + end)
        }
    }

    /// A reader's unit, 8 rows at stride 2, needs 15 rows and the window's border.
    private static func rowsAtOnce(_ rows: Int, kernel: Int) -> Int {
        (max(rows, kernel + 16) + 15) / 16 * 16
    }

    private static func turns(_ writer: any RowWriter, _ reader: any RowReader, rowsAtOnce: Int) -> [Turn] {
        let needed = (0..<reader.units).map(reader.inputRows)
        // The lowest row that a unit or one behind it needs: mirrored borders may look back.
        var lowest = needed.map(\.lowerBound)
        for unit in lowest.indices.dropLast().reversed() { lowest[unit] = min(lowest[unit], lowest[unit + 1]) }

        var turns: [Turn] = []
        var (written, read, begin) = (0, 0, 0)
        func add(_ layer: any Layer, _ units: Range<Int>) {
            guard !units.isEmpty else { return }
            turns.append(Turn(layer: layer, units: units, begin: begin))
            begin += units.count
        }
        while read < reader.units {
            let limit = min(
                writer.rows(ofFirst: written) + rowsAtOnce, lowest[read] + writer.output.rowsHeld,
                writer.output.height)
            var end = written
            while end < writer.units && writer.rows(ofFirst: end + 1) <= limit { end += 1 }
            add(writer, written..<end)
            var reached = read
            while reached < reader.units && needed[reached].upperBound < writer.rows(ofFirst: end) { reached += 1 }
            add(reader, read..<reached)
            precondition(end > written || reached > read, "the map between the layers holds too few rows")
            (written, read) = (end, reached)
        }
        return turns
    }
}
