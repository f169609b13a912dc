import TerminalGraphics

/// The strip of pinned moments.
enum MomentsView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        guard let strip = layout.strip else { return }
        let isFocused = model.dialog == nil && model.panel == .moments
        drawHead(model, layout, strip.line(0), isFocused: isFocused, canvas)
        let places = layout.moments(model)
        for place in places {
            draw(model.strip.moments[place.index], place, model, isFocused: isFocused, canvas)
        }
        guard places.isEmpty else { return }
        canvas.text(
            "No moment is pinned yet.", in: strip.line(strip.height / 2).dropping(left: 1, right: 1), TextStyle(.dim),
            .centre)
    }

    private static func drawHead(
        _ model: StudioModel, _ layout: Layout, _ line: CellRectangle, isFocused: Bool, _ canvas: Canvas
    ) {
        let border = TextStyle(isFocused ? .accent : .border)
        canvas.text(String(repeating: "─", count: line.width), in: line, border)
        let count = model.strip.moments.count
        let title = count == 0 ? "Moments" : "Moments \(count)"
        canvas.text(
            (isFocused ? "● " : " ") + title + " ", in: line.dropping(left: 1),
            TextStyle(isFocused ? .accent : .title, isBold: isFocused))
        for button in layout.momentButtons(model) {
            canvas.fill(button.rectangle.widened, TextStyle(.text))
            HintsView.draw(button, canvas)
        }
    }

    private static func draw(
        _ moment: Moment, _ place: Layout.MomentPlace, _ model: StudioModel, isFocused: Bool, _ canvas: Canvas
    ) {
        drawPicture(moment, place.picture, model, canvas)
        let isSelected = place.index == model.strip.selection.index
        let isNow = moment.palette == model.palette && moment.photograph == model.history.photograph
        let style = TextStyle(
            isSelected && isFocused ? .selection : isNow ? .accent : isElsewhere(moment, model) ? .dim : .text,
            isBold: isSelected && isFocused)
        let label = place.label.dropping(right: 1)
        if isSelected && isFocused { canvas.fill(label, style) }
        canvas.text(isSelected ? "▌" : " ", in: label.leading(1), isFocused ? style : TextStyle(.border))
        let text = (isNow ? "● " : "") + "\(moment.number)  \(moment.time)" + other(moment, model)
        canvas.text(text, in: label.dropping(left: 1, right: 2), style)
        canvas.text("×", in: place.remove, TextStyle(isSelected && isFocused ? .selection : .dim))
    }

    /// The mix on its own photograph, or the photograph's name where that was not open in this session.
    private static func drawPicture(
        _ moment: Moment, _ place: CellRectangle, _ model: StudioModel, _ canvas: Canvas
    ) {
        let recipe = moment.palette.recipe
        guard let path = moment.photograph, path != model.photograph?.path else {
            canvas.place(.trial(recipe), in: place)
            return
        }
        guard !model.strip.photographs.contains(path) else {
            canvas.place(.keepsake(recipe, photograph: path), in: place)
            return
        }
        let line = place.line((place.height - 1) / 2).dropping(left: 1, right: 1)
        canvas.text(name(of: path), in: line, TextStyle(.dim), .centre)
    }

    private static func isElsewhere(_ moment: Moment, _ model: StudioModel) -> Bool {
        moment.photograph.map { $0 != model.history.photograph } ?? false
    }

    /// The name of another photograph than the one on the easel.
    private static func other(_ moment: Moment, _ model: StudioModel) -> String {
        guard let path = moment.photograph, isElsewhere(moment, model) else { return "" }
        return "  " + name(of: path)
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension CellRectangle {
    /// With a column more at both sides.
    fileprivate var widened: CellRectangle {
        CellRectangle(row: row, column: column - 1, width: width + 2, height: height)
    }
}
