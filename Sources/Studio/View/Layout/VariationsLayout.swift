import TerminalGraphics

extension Layout {
    /// One picture of the sheet.
    package struct VariationCell: Equatable {
        package var index: Int
        /// What a click hits.
        package var rectangle: CellRectangle
        package var picture: CellRectangle
        package var caption: CellRectangle
    }

    /// From this height of a cell on, pictures have an empty line above.
    private static let airyCellHeight = 8

    /// Three rows of three, each picture as wide as the photograph makes it, the caption right below.
    package func variationCells(_ model: StudioModel) -> [VariationCell] {
        guard let inside = dialogInside, inside.height >= 6 else { return [] }
        let width = inside.width / 3
        let height = inside.height / 3
        let gaps = (columns: (inside.width - 3 * width) / 2, rows: (inside.height - 3 * height) / 2)
        let margin = (inside.width - 3 * width - 2 * gaps.columns) / 2
        let above = height >= Self.airyCellHeight ? 1 : 0
        return (0..<VariationSheet.count).map { index in
            let cell = CellRectangle(
                row: inside.row + index / 3 * (height + gaps.rows),
                column: inside.column + margin + index % 3 * (width + gaps.columns), width: width, height: height)
            let picture = fitted(model, in: cell.dropping(top: above, bottom: 1, left: 1, right: 1))
            let caption = CellRectangle(
                row: picture.row + picture.height, column: cell.column, width: cell.width, height: 1)
            return VariationCell(
                index: index, rectangle: cell, picture: picture, caption: caption.dropping(left: 1, right: 1))
        }
    }
}
