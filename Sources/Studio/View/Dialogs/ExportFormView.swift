import Files
import TerminalGraphics

/// The export's form: where, what, how large, in which format, and what it comes to.
enum ExportFormView {
    static func draw(_ form: ExportForm, _ layout: Layout, _ model: StudioModel, _ canvas: Canvas) {
        guard let inside = layout.dialogInside else { return }
        let labels: [(ExportForm.Field, String)] = [
            (.path, "To"), (.source, "Paint"), (.size, "Size"), (.strokes, "Strokes"), (.format, "Format"),
            (.recipe, "Recipe"),
        ]
        for (field, label) in labels {
            guard let place = layout.exportField(field, form) else { continue }
            canvas.text(label, in: inside.line(place.row - inside.row), TextStyle(.dim))
        }
        drawOutlook(form, in: inside.line(1), canvas)
        for field in form.fields {
            guard let place = layout.exportField(field, form) else { continue }
            let isFocused = !form.asksToReplace && form.field == field
            switch field {
            case .path: canvas.field(form.path, in: place, isFocused: isFocused)
            case .amount:
                canvas.field(form.size == .print ? form.print : form.longSide, in: place, isFocused: isFocused)
            case .quality:
                let width = Layout.qualityLabel.count
                let label = CellRectangle(row: place.row, column: place.column - width, width: width, height: 1)
                canvas.text(Layout.qualityLabel, in: label, TextStyle(.dim))
                canvas.field(form.quality, in: place, isFocused: isFocused)
            case .source, .size, .strokes, .format, .recipe:
                let style = isFocused ? TextStyle(.selection, isBold: true) : TextStyle(.text)
                canvas.text("‹ \(form.word(field)) ›", in: place, style)
            }
        }
        let sizeField = layout.exportField(.amount, form) ?? layout.exportField(.size, form)
        let size = model.exportSize(form).map { "\($0.width) × \($0.height) px" } ?? ""
        drawNote(size, behind: sizeField, inside, canvas)
        if form.carriesRecipe {
            drawNote("with the photograph's path", behind: layout.exportField(.recipe, form), inside, canvas)
        }
    }

    /// Where it will go, what stands in the way, or the question that this raises.
    private static func drawOutlook(_ form: ExportForm, in whole: CellRectangle, _ canvas: Canvas) {
        let line = whole.dropping(left: Layout.exportLabelWidth)
        switch form.outlook {
        case .unknown: break
        case .problem(let problem): canvas.text("! " + problem, in: line, TextStyle(.warning))
        case .outputs(let outputs):
            let count = outputs.outputs.count
            let existing = outputs.existing.count
            if form.asksToReplace {
                let question =
                    existing > 1
                    ? "\(existing) files exist. Replace them?"
                    : count > 1 ? "One exists. Replace it?" : "It exists. Replace it?"
                let isLong = DisplayWidth.of(question) > line.width
                canvas.text(question, in: isLong ? whole : line, TextStyle(.warning, isBold: true))
                return
            }
            let name = outputs.outputs.first?.path.split(separator: "/").last.map(String.init) ?? ""
            let notice = existing > 0 ? (count > 1 ? "\(existing) exist · " : "exists · ") : ""
            let all = count > 1 ? "\(count) pictures · " : ""
            canvas.pieces(
                [
                    ("→ ", TextStyle(.dim)), (all, TextStyle(.text)), (notice, TextStyle(.warning)),
                    (name, TextStyle(.dim)),
                ], in: line)
        }
    }

    /// A quiet word behind a field, if there is room for all of it.
    private static func drawNote(
        _ note: String, behind field: CellRectangle?, _ inside: CellRectangle, _ canvas: Canvas
    ) {
        guard let field else { return }
        let end = field.column + field.width + 1
        let room = inside.column + inside.width - end
        guard room >= DisplayWidth.of(note) else { return }
        canvas.text(note, in: CellRectangle(row: field.row, column: end, width: room, height: 1), TextStyle(.dim))
    }
}
