/// How a feature map goes on beyond its borders.
package enum Border: Sendable {
    /// Mirrored, without repeating the row at the border.
    case mirrored
    /// The row at the border again and again; of a map whose margin is zero, zeros.
    case repeated

    /// Where a row beyond the border, or within it, is found.
    func place(of index: Int, count: Int) -> Int {
        switch self {
        case .mirrored: reflectedIndex(index, count: count)
        case .repeated: min(max(index, 0), count - 1)
        }
    }
}

/// Which row (or column) of a feature map each row of its padded form shows.
final class MirrorTable {
    let indices: UnsafeMutablePointer<Int32>
    let count: Int

    /// - Parameters:
    ///   - border: rows before the first one.
    ///   - count: rows of the padded form.
    ///   - extent: rows of the feature map as the network sees it.
    ///   - picture: rows that are really there, if the network sees more; those behind them are mirrored.
    ///   - held: how many rows are in memory at a time: the table names their places; nil for all.
    ///   - kind: how the map goes on beyond its borders.
    init(
        border: Int, count: Int, extent: Int, picture: Int? = nil, held: Int? = nil, kind: Border = .mirrored
    ) {
        self.count = count
        // The pointer is valid as long as this object, which layers keep beside their description.
        indices = .allocate(capacity: count)
        for index in 0..<count {
            let row = kind.place(of: index - border, count: extent)
            let shown = reflectedIndex(row, count: picture ?? extent)
            (indices + index).initialize(to: Int32(held.map { shown % $0 } ?? shown))
        }
    }

    /// The lowest and the highest row that some rows of the padded form show.
    func shown(_ padded: Range<Int>) -> ClosedRange<Int> {
        var (low, high) = (Int(indices[padded.lowerBound]), Int(indices[padded.lowerBound]))
        for index in padded {
            low = min(low, Int(indices[index]))
            high = max(high, Int(indices[index]))
        }
        return low...high
    }

    deinit {
        indices.deallocate()
    }
}
