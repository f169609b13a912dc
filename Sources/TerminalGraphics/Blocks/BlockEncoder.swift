import Imaging

/// Pictures of blocks: text cells whose symbols and colours come near to the picture.
///
/// A cell is seen as four quarters. The encoder remembers what it sent, so that of the next picture in the same
/// place only the cells that differ are sent. Memory is kept between pictures.
public struct BlockEncoder: Sendable {
    private let chooser: BlockChooser
    private var resampler = AreaResampler()
    private var sent: [BlockCell] = []
    private var sentRectangle: CellRectangle?

    public init(colours: TerminalCapabilities.ColourDepth, symbols: TerminalCapabilities.Symbols = .quadrants) {
        chooser = BlockChooser(colours: colours, symbols: symbols)
    }

    /// Forgets what the terminal shows: the next picture is sent whole.
    public mutating func forget() {
        sentRectangle = nil
    }

    /// Appends what makes the terminal show a picture, stretched over a rectangle of cells. Moves the cursor and
    /// leaves attributes at their defaults.
    ///
    /// - Parameter changedOnly: leaves out cells that show the right thing since the last picture.
    public mutating func encode(
        _ picture: Picture, in rectangle: CellRectangle, changedOnly: Bool = true, into output: inout [UInt8]
    ) {
        guard rectangle.width > 0, rectangle.height > 0 else { return }
        resampler.resample(picture, width: 2 * rectangle.width, height: 2 * rectangle.height)
        let isWhole = !changedOnly || rectangle != sentRectangle
        if isWhole {
            let blank = BlockCell(glyph: .ascii(0), foreground: BlockCell.plain, background: BlockCell.plain)
            sent.removeAll(keepingCapacity: true)
            sent.append(contentsOf: repeatElement(blank, count: rectangle.width * rectangle.height))
            sentRectangle = rectangle
        }
        var pen = BlockPen(colours: chooser.colours)
        pen.begin(&output)
        for row in 0..<rectangle.height {
            var isAtCell = false
            for column in 0..<rectangle.width {
                let cell = chooser.cell(quarters(row: row, column: column), row: row, column: column)
                let index = row * rectangle.width + column
                guard isWhole || sent[index] != cell else {
                    isAtCell = false
                    continue
                }
                sent[index] = cell
                if !isAtCell {
                    output.append(cursorRow: rectangle.row + row, column: rectangle.column + column)
                    isAtCell = true
                }
                pen.write(cell, to: &output)
            }
        }
        pen.end(&output)
    }

    private func quarters(row: Int, column: Int) -> Quarters {
        let index = 2 * (row * resampler.width + column)
        let grid = resampler.grid
        return Quarters(
            upperLeft: grid[index], upperRight: grid[index + 1], lowerLeft: grid[index + resampler.width],
            lowerRight: grid[index + resampler.width + 1])
    }
}
