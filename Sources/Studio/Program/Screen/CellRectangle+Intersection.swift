import TerminalGraphics

extension CellRectangle {
    var isEmpty: Bool { width <= 0 || height <= 0 }

    /// The cells that both have; empty where they do not meet.
    func intersection(_ other: CellRectangle) -> CellRectangle {
        let row = max(row, other.row)
        let column = max(column, other.column)
        return CellRectangle(
            row: row, column: column,
            width: max(0, min(self.column + width, other.column + other.width) - column),
            height: max(0, min(self.row + height, other.row + other.height) - row))
    }
}
