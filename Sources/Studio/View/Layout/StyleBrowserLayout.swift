import TerminalGraphics

extension Layout {
    /// The style browser takes the palette's place, so that the picture stays where it is, in sight.
    package struct StyleBrowser: Equatable {
        /// Swatches side by side; 1 for a list of titles with one swatch below it.
        package var columns: Int
        /// Where titles, or swatches with their titles, are.
        package var list: CellRectangle
        /// Rows of one line of the list.
        package var lineHeight: Int
        /// The one swatch below a list of titles.
        package var swatch: CellRectangle?
        /// What the highlighted style is, in lines of text.
        package var details: CellRectangle

        /// Lines of the list that are on the screen.
        package var lines: Int { max(1, list.height / lineHeight) }
    }

    /// Columns and rows of a swatch in the grid, and the columns that its place takes.
    private static let swatchWidth = 16
    private static let swatchHeight = 6
    private static let swatchPitch = 17
    /// From this height on there is room for a grid.
    private static let gridHeight = 21

    package var styleBrowser: StyleBrowser? {
        guard let dialog else { return nil }
        let inside = dialog.inset(rows: 1, columns: 1).dropping(top: 1)
        let columns = (inside.width + 1) / Self.swatchPitch
        if columns > 1 && inside.height >= Self.gridHeight {
            let room = inside.height - 1 - 5
            let lineHeight = Self.swatchHeight + 1
            let height = room / lineHeight * lineHeight
            let below = inside.dropping(top: 1 + height + (room - height > 1 ? 2 : 1), left: 1, right: 1)
            return StyleBrowser(
                columns: columns, list: inside.dropping(top: 1, bottom: inside.height - 1 - height),
                lineHeight: lineHeight, details: below)
        }
        let detailLines = inside.height >= 17 ? 3 : 2
        let swatchHeight = (inside.height / 3).clamped(to: 3...8)
        let listHeight = inside.height - swatchHeight - detailLines - 1
        let text = inside.dropping(left: 1, right: 1)
        return StyleBrowser(
            columns: 1, list: inside.dropping(bottom: inside.height - listHeight), lineHeight: 1,
            swatch: text.dropping(top: listHeight + 1, bottom: detailLines),
            details: text.dropping(top: inside.height - detailLines))
    }

    /// The places of the styles that are on the screen.
    func styleRows(_ model: StudioModel) -> [ListRow] {
        guard case .styles(let chooser) = model.dialog, let browser = styleBrowser else { return [] }
        let first = chooser.list.selection.first
        let last = min(model.listCount, first + browser.lines * browser.columns)
        guard first < last else { return [] }
        let width = browser.columns == 1 ? browser.list.width : Self.swatchPitch
        return (first..<last).map { index in
            let (line, column) = (index - first).quotientAndRemainder(dividingBy: browser.columns)
            return ListRow(
                index: index,
                rectangle: CellRectangle(
                    row: browser.list.row + line * browser.lineHeight, column: browser.list.column + column * width,
                    width: browser.columns == 1 ? width : Self.swatchWidth, height: browser.lineHeight))
        }
    }

    /// The two words below the picture that say how a style is tried.
    var inTheMixTab: CellRectangle? { caption?.dropping(left: 1).leading(12) }
    var aloneTab: CellRectangle? { caption?.dropping(left: 15).leading(7) }
}
