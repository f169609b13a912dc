/// A selected row of a list, and the part of the list that is on the screen.
public struct ListSelection: Sendable, Equatable {
    public internal(set) var index = 0
    /// The first row on the screen.
    public internal(set) var first = 0

    public init() {}

    /// Moves within a list of `count` rows and stops at its ends.
    mutating func move(by rows: Int, count: Int) {
        index = (index + rows).clamped(to: 0...max(0, count - 1))
    }

    /// The same for things in lines of several, `count` in all, with `lines` of them on the screen.
    mutating func keepVisible(count: Int, lines: Int, columns: Int) {
        index = index.clamped(to: 0...max(0, count - 1))
        var line = ListSelection()
        line.index = index / columns
        line.first = first / columns
        line.keepVisible(count: (count + columns - 1) / columns, rows: lines)
        first = line.first * columns
    }

    /// Makes the selection valid and scrolls as little as it takes to show it.
    ///
    /// - Parameters:
    ///   - count: rows of the list.
    ///   - rows: rows on the screen.
    mutating func keepVisible(count: Int, rows: Int) {
        let rows = max(1, rows)
        index = index.clamped(to: 0...max(0, count - 1))
        first = first.clamped(to: max(0, index - rows + 1)...index)
        first = min(first, max(0, count - rows))
    }
}
