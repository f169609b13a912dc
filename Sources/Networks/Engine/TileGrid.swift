import Kernels

/// The tiles of a Winograd convolution and the border that they need.
struct TileGrid {
    static let tileOutputs = 4
    /// Inputs of a tile that its neighbour sees too.
    private static let overlap = 2

    /// Rows of tiles.
    let down: Int
    /// Tiles of a row.
    let across: Int
    /// The places in memory of the rows that the tiles read.
    let rows: MirrorTable
    let columns: MirrorTable
    /// The rows that they show.
    private let shown: MirrorTable

    init(_ input: FeatureMap, border: Border = .mirrored) {
        down = (input.height + Self.tileOutputs - 1) / Self.tileOutputs
        across = (input.width + Self.tileOutputs - 1) / Self.tileOutputs
        let count = Self.tileOutputs * down + Self.overlap
        shown = MirrorTable(border: 1, count: count, extent: input.height, kind: border)
        rows = MirrorTable(border: 1, count: count, extent: input.height, held: input.rowsHeld, kind: border)
        columns = MirrorTable(
            border: 1, count: Self.tileOutputs * across + Self.overlap, extent: input.width, kind: border)
    }

    /// The rows of the input that a row of tiles needs.
    func inputRows(of row: Int) -> ClosedRange<Int> {
        let first = row * Self.tileOutputs
        return shown.shown(first..<first + Self.tileOutputs + Self.overlap)
    }

    /// The description of the layer, without weights and memory.
    func layer(input: FeatureMapView, output: FeatureMapView, tilesPerRun: Int) -> WinogradLayer {
        var layer = WinogradLayer()
        layer.input = input
        layer.output = output
        layer.rows = UnsafePointer(rows.indices)
        layer.columns = UnsafePointer(columns.indices)
        layer.tiles_per_run = tilesPerRun
        return layer
    }
}
