import StyleTransfer
import TerminalGraphics

/// The styles as swatches, or as titles with one swatch where there is little room.
enum StyleBrowserView {
    static func draw(_ chooser: StyleChooser, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        guard let browser = layout.styleBrowser else { return }
        let rows = model.rows(of: chooser)
        ListView.drawHead(chooser.list.filter, quiet: summary(chooser, rows.count), layout, canvas)
        let places = layout.styleRows(model)
        for place in places {
            let style = rows[place.index]
            let isSelected = place.index == chooser.list.selection.index
            if browser.columns == 1 {
                ListView.drawRow(
                    signs(style, model) + " " + style.title, "", isSelected: isSelected, place.rectangle, canvas)
            } else {
                drawSwatch(style, isSelected: isSelected, place.rectangle, model, canvas)
            }
        }
        drawOverflow(places, of: rows.count, layout, canvas)
        guard let style = model.highlightedStyle else {
            let isEmpty = chooser.showsOnlyFavourites && chooser.list.filter.isEmpty
            let text = isEmpty ? "no favourite yet; \(key(of: .favourite, model)) marks one" : "no style matches"
            canvas.text(text, in: browser.list.line(0).dropping(left: 2), TextStyle(.dim))
            return
        }
        if let swatch = browser.swatch { canvas.place(.swatch(style.id), in: swatch) }
        drawDetails(style, browser, model, canvas)
    }

    private static func key(of command: Command, _ model: StudioModel) -> String {
        model.keys.bindings.first { $0.command == command }?.keys.first?.label ?? ""
    }

    private static func summary(_ chooser: StyleChooser, _ count: Int) -> String {
        let noun = chooser.showsOnlyFavourites ? "favourite" : "style"
        return count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    /// Two cells: whether the style is a favourite, and whether it is on the palette.
    private static func signs(_ style: Style, _ model: StudioModel) -> String {
        let isOnPalette = model.palette.entries.contains { $0.style == style.id }
        return (model.favourites.contains(style.id) ? "★" : " ") + (isOnPalette ? "•" : " ")
    }

    private static func drawSwatch(
        _ style: Style, isSelected: Bool, _ place: CellRectangle, _ model: StudioModel, _ canvas: Canvas
    ) {
        canvas.place(.swatch(style.id), in: place.dropping(bottom: 1))
        let line = place.line(place.height - 1)
        let look = TextStyle(isSelected ? .selection : .text, isBold: isSelected)
        if isSelected { canvas.fill(line, look) }
        canvas.text(isSelected ? "▌" : " ", in: line.leading(1), look)
        let signs = signs(style, model).filter { $0 != " " }
        canvas.text((signs.isEmpty ? "" : signs + " ") + style.title, in: line.dropping(left: 1), look)
    }

    private static func drawDetails(
        _ style: Style, _ browser: Layout.StyleBrowser, _ model: StudioModel, _ canvas: Canvas
    ) {
        let isOnPalette = model.palette.entries.contains { $0.style == style.id }
        let state = [
            isOnPalette ? "• on the palette" : nil, model.favourites.contains(style.id) ? "★ favourite" : nil,
        ].compactMap { $0 }.joined(separator: "  ")
        var lines = [
            (style.artist, TextStyle(.text)), ("\(style.year) · \(style.medium)", TextStyle(.dim)),
            (state, TextStyle(.dim)),
        ]
        // A list of titles has the whole title in it, more often than a grid.
        if browser.columns > 1 { lines.insert((style.title, TextStyle(.accent, isBold: true)), at: 0) }
        for (index, line) in lines.enumerated() where index < browser.details.height {
            canvas.text(line.0, in: browser.details.line(index), line.1)
        }
    }

    /// How many styles lie above and below, in the border.
    private static func drawOverflow(
        _ places: [Layout.ListRow], of count: Int, _ layout: Layout, _ canvas: Canvas
    ) {
        guard let first = places.first?.index, let last = places.last?.index, let dialog = layout.dialog else {
            return
        }
        let edge = dialog.dropping(left: 2, right: 2)
        if first > 0 { canvas.text(" ↑ \(first) ", in: edge.line(0), TextStyle(.text), .right) }
        if last + 1 < count {
            canvas.text(" ↓ \(count - 1 - last) ", in: edge.line(edge.height - 1), TextStyle(.text), .right)
        }
    }
}
