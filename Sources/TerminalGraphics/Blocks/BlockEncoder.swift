import Imaging

/// Makes pictures of blocks: text cells whose symbols and colours come near to the picture.
///
/// A cell is seen as some equal parts. Memory is kept between pictures.
public struct BlockEncoder: Sendable {
    private let chooser: BlockChooser
    private var resampler = AreaResampler()

    public init(colours: TerminalCapabilities.ColourDepth, symbols: TerminalCapabilities.Symbols = .quadrants) {
        chooser = BlockChooser(colours: colours, symbols: symbols)
    }

    /// Chooses the cells of a picture that is stretched over a rectangle.
    ///
    /// - Parameter result: what was in it is lost, its memory is used.
    public mutating func encode(_ picture: Picture, in rectangle: CellRectangle, into result: inout BlockPicture) {
        result.clear()
        result.colours = chooser.colours
        guard rectangle.width > 0, rectangle.height > 0 else { return }
        result.rectangle = rectangle
        resampler.resample(picture, width: 2 * rectangle.width, height: 2 * rectangle.height)
        for row in 0..<rectangle.height {
            for column in 0..<rectangle.width {
                result.cells.append(chooser.cell(quarters(row: row, column: column), row: row, column: column))
            }
        }
    }

    private func quarters(row: Int, column: Int) -> Quarters {
        let index = 2 * (row * resampler.width + column)
        let grid = resampler.grid
        return Quarters(
            upperLeft: grid[index], upperRight: grid[index + 1], lowerLeft: grid[index + resampler.width],
            lowerRight: grid[index + resampler.width + 1])
    }
}
