import StyleTransfer
import TerminalGraphics

/// The field on which a mix is a place.
enum PadView {
    /// From this width of a label on, shares carry their sign.
    private static let longLabelWidth = 13
    /// Columns and rows between the dots of the field.
    private static let grid = (columns: 4, rows: 2)

    static func draw(_ pad: Pad, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        guard let places = layout.pad(model) else { return }
        for corner in places.corners {
            let place = pad.place(ofCorner: corner.index)
            canvas.place(.trial(recipe(pad, model, place)), in: corner.picture)
            drawLabel(corner, pad, model, canvas)
        }
        let cursor = Layout.cell(x: pad.x, y: pad.y, field: places.field)
        // A picture makes way for the hand: the large one beside the pad shows the same now.
        let middle = places.middle.flatMap { $0.contains(row: cursor.row, column: cursor.column) ? nil : $0 }
        if let middle { canvas.place(.trial(recipe(pad, model, (50, 50))), in: middle) }
        drawField(places.field, around: middle, cursor: cursor, isLine: pad.styles.count == 2, canvas)
        if let rectangle = layout.dialog {
            drawEdge(edgeText(pad, model), rectangle, canvas)
        }
    }

    private static func recipe(_ pad: Pad, _ model: StudioModel, _ place: (x: Int, y: Int)) -> Recipe {
        var palette = pad.palette(x: place.x, y: place.y)
        palette.takeWhole(from: model.palette)
        return palette.recipe
    }

    private static func drawLabel(
        _ corner: Layout.PadPlaces.Corner, _ pad: Pad, _ model: StudioModel, _ canvas: Canvas
    ) {
        let style = pad.styles[corner.index]
        let index = model.palette.entries.firstIndex { $0.style == style }
        let share = Int(((index.map(model.palette.share) ?? 0) * 100).rounded())
        let number = corner.label.width >= longLabelWidth ? "\(share) %" : "\(share)"
        let isChosen = pad.corner == corner.index
        let title = model.shortTitle(style).truncated(to: corner.label.width - DisplayWidth.of(number) - 1)
        let width = DisplayWidth.of(title) + 1 + DisplayWidth.of(number)
        let room = corner.label.width - width
        let offset =
            switch corner.alignment {
            case .left: 0
            case .right: room
            case .centre: room / 2
            }
        canvas.pieces(
            [
                (title, TextStyle(isChosen ? .selection : .text, isBold: isChosen)),
                (" " + number, TextStyle(share > 0 ? .accent : .dim)),
            ], in: corner.label.dropping(left: offset))
    }

    /// Dots, and lines that cross where the mix is.
    private static func drawField(
        _ field: CellRectangle, around middle: CellRectangle?, cursor: (row: Int, column: Int), isLine: Bool,
        _ canvas: Canvas
    ) {
        for row in field.row..<field.row + field.height {
            for column in field.column..<field.column + field.width {
                guard middle?.contains(row: row, column: column) != true else { continue }
                let cell = CellRectangle(row: row, column: column, width: 1, height: 1)
                let isDot =
                    (column - field.column - field.width / 2) % grid.columns == 0
                    && (row - field.row - field.height / 2) % grid.rows == 0
                switch (row == cursor.row, column == cursor.column) {
                case (true, true): canvas.text("●", in: cell, TextStyle(.accent, isBold: true))
                case (false, true): canvas.text("│", in: cell, TextStyle(.slider))
                case (true, false) where !isLine: canvas.text("─", in: cell, TextStyle(.slider))
                default: if isDot { canvas.text("·", in: cell, TextStyle(.track)) }
                }
            }
        }
    }

    /// Whose style the chosen corner has; otherwise what is in the mix and in no corner.
    private static func edgeText(_ pad: Pad, _ model: StudioModel) -> String? {
        if let corner = pad.corner { return model.style(pad.styles[corner]).map { "\($0.title), \($0.artist)" } }
        let palette = model.palette
        let others = palette.entries.indices.filter {
            palette.share($0) > 0 && !pad.styles.contains(palette.entries[$0].style)
        }
        guard let first = others.first else { return nil }
        let share = Int((others.reduce(0) { $0 + palette.share($1) } * 100).rounded())
        return "+ " + (others.count == 1 ? model.shortTitle(palette.entries[first].style) : "others") + " \(share) %"
    }

    private static func drawEdge(_ text: String?, _ rectangle: CellRectangle, _ canvas: Canvas) {
        guard let text else { return }
        let edge = rectangle.line(rectangle.height - 1).dropping(left: 2, right: 2)
        canvas.text((" " + text).truncated(to: edge.width - 1) + " ", in: edge, TextStyle(.text))
    }
}
