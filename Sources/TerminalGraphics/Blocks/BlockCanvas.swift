/// The cells of one place on a terminal, as far as pictures of blocks were sent there: of the next picture only
/// the cells that differ are sent.
///
/// Belongs where it is known what was sent, and in which order: a picture that never left must not count. Keeps its
/// memory.
public struct BlockCanvas: Sendable {
    private var shown = BlockPicture()

    public init() {}

    /// Forgets what the cells show: the next picture is sent whole.
    public mutating func forget() {
        shown.clear()
    }

    /// Appends what makes the terminal show a picture. Moves the cursor and leaves attributes at their defaults;
    /// appends nothing where nothing differs.
    public mutating func show(_ picture: BlockPicture, into output: inout [UInt8]) {
        let isWhole = shown.rectangle != picture.rectangle || shown.colours != picture.colours
        if isWhole {
            shown.rectangle = picture.rectangle
            shown.colours = picture.colours
            shown.cells.removeAll(keepingCapacity: true)
            shown.cells.append(contentsOf: picture.cells)
        }
        let rectangle = picture.rectangle
        let tolerance = picture.colours == .truecolour ? picture.tolerance : 0
        var pen = BlockPen(colours: picture.colours)
        var hasBegun = false
        for row in 0..<rectangle.height {
            // Where the cursor is in this row, once it is there.
            var cursor: Int?
            for column in 0..<rectangle.width {
                let index = row * rectangle.width + column
                let cell = picture.cells[index]
                guard isWhole || !isRight(cell, at: index, tolerance: tolerance) else { continue }
                shown.cells[index] = cell
                if !hasBegun {
                    pen.begin(&output)
                    hasBegun = true
                }
                if let cursor {
                    if cursor < column { output.append(cursorForward: column - cursor) }
                } else {
                    output.append(cursorRow: rectangle.row + row, column: rectangle.column + column)
                }
                pen.write(cell, to: &output)
                cursor = column + 1
            }
        }
        if hasBegun { pen.end(&output) }
    }

    /// What was sent is what is compared with, so that small changes add up until they count.
    private func isRight(_ cell: BlockCell, at index: Int, tolerance: Int) -> Bool {
        let before = shown.cells[index]
        return before == cell || (tolerance > 0 && before.isNear(cell, tolerance: tolerance))
    }
}
