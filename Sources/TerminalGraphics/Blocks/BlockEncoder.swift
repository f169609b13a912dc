import Imaging

/// Makes pictures of blocks: text cells whose symbols and colours come near to the picture.
///
/// A cell is seen as some equal parts. Memory is kept between pictures.
public struct BlockEncoder: Sendable {
    private var chooser: BlockChooser
    private var resampler = AreaResampler()

    /// - Parameter hasLightGround: whether the terminal shows dark text on a light ground, which counts where a picture
    ///   has no colours of its own.
    public init(
        colours: TerminalCapabilities.ColourDepth, symbols: TerminalCapabilities.Symbols = .quadrants,
        hasLightGround: Bool = false
    ) {
        chooser = BlockChooser(colours: colours, symbols: symbols, hasLightGround: hasLightGround)
    }

    /// Chooses the cells of a picture that is stretched over a rectangle.
    ///
    /// - Parameter result: what was in it is lost, its memory is used.
    public mutating func encode(_ picture: Picture, in rectangle: CellRectangle, into result: inout BlockPicture) {
        result.clear()
        result.colours = chooser.colours
        guard rectangle.width > 0, rectangle.height > 0 else { return }
        result.rectangle = rectangle
        let rows = chooser.usesSextants ? 3 : 2
        resampler.resample(picture, width: 2 * rectangle.width, height: rows * rectangle.height)
        for row in 0..<rectangle.height {
            for column in 0..<rectangle.width {
                result.cells.append(
                    chooser.usesSextants
                        ? chooser.cell(sextants(row: row, column: column))
                        : chooser.cell(quarters(row: row, column: column), row: row, column: column))
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

    private func sextants(row: Int, column: Int) -> Sextants {
        let index = 3 * row * resampler.width + 2 * column
        let (middle, lower) = (index + resampler.width, index + 2 * resampler.width)
        let grid = resampler.grid
        return Sextants(
            parts: (
                grid[index], grid[index + 1], grid[middle], grid[middle + 1], grid[lower], grid[lower + 1]
            ))
    }
}
