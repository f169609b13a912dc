/// A picture of blocks: what each cell of a rectangle shall show.
///
/// It says nothing of how to get there; that depends on what the cells show before, see `BlockCanvas`.
public struct BlockPicture: Sendable, Equatable {
    /// Where it goes; empty for no picture.
    public internal(set) var rectangle = CellRectangle(row: 0, column: 0, width: 0, height: 0)
    /// With 16 million colours: how far from the right colour, in 255ths, a cell may be that is left as it was.
    public internal(set) var tolerance = 0
    /// What the numbers of colours in the cells mean.
    var colours = TerminalCapabilities.ColourDepth.monochrome
    /// Row by row.
    var cells: [BlockCell] = []

    public init() {}

    public var isEmpty: Bool { cells.isEmpty }

    /// Empties it and keeps its memory.
    public mutating func clear() {
        rectangle = CellRectangle(row: 0, column: 0, width: 0, height: 0)
        tolerance = 0
        cells.removeAll(keepingCapacity: true)
    }
}
