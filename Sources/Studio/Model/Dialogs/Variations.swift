/// Choosing among variations of the mix.
public struct Variations: Sendable, Equatable {
    /// The cell that is looked at, row by row from 0.
    public internal(set) var selected = VariationSheet.centre
    /// The mix from before the sheet was opened.
    let before: Palette

    init(before: Palette) {
        self.before = before
    }

    /// Moves to a neighbour; the edges stop.
    mutating func move(rows: Int, columns: Int) {
        let row = (selected / 3 + rows).clamped(to: 0...2)
        let column = (selected % 3 + columns).clamped(to: 0...2)
        selected = row * 3 + column
    }
}

/// What a sheet of variations grows from besides the mix; kept from one sheet to the next.
public struct VariationSettings: Sendable, Equatable {
    /// Counts the rolls.
    public internal(set) var seed = 1
    public internal(set) var spread = Spread.apart
}
