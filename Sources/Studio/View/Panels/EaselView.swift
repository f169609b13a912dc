import TerminalGraphics

/// The picture and the line below it.
enum EaselView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        guard let picture = layout.picture else { return }
        if case .comparison(let comparison) = model.dialog, model.painting.frame != nil {
            ComparisonView.draw(comparison, model, layout, canvas)
            return
        }
        if model.photograph == nil {
            drawEmpty(picture, model, canvas)
        } else if model.showsOriginal && model.styleChooser == nil {
            canvas.place(.original, in: picture)
        } else if model.painting.frame != nil {
            canvas.place(.pastiche, in: picture)
        } else {
            canvas.text("Painting…", in: picture.line(picture.height / 2), TextStyle(.dim), .centre)
        }
        if let caption = layout.caption { drawCaption(caption, model, layout, canvas) }
    }

    private static func drawEmpty(_ picture: CellRectangle, _ model: StudioModel, _ canvas: Canvas) {
        let middle = max(0, picture.height / 2 - 1)
        canvas.text("The easel is empty.", in: picture.line(middle), TextStyle(.text), .centre)
        canvas.text(
            "\(model.keys.label(.openPhotograph)) opens a photograph", in: picture.line(middle + 2), TextStyle(.dim),
            .centre)
    }

    private static func drawCaption(
        _ caption: CellRectangle, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas
    ) {
        guard model.photograph != nil else { return }
        if case .styles(let chooser) = model.dialog {
            if let tab = layout.inTheMixTab { drawTab("in the mix", isOn: !chooser.isAlone, false, in: tab, canvas) }
            if let tab = layout.aloneTab { drawTab("alone", isOn: chooser.isAlone, false, in: tab, canvas) }
            canvas.text(frameText(model), in: caption.dropping(left: 23), TextStyle(.dim), .right)
            return
        }
        let isFocused = model.dialog == nil && model.panel == .picture
        if isFocused { canvas.text("▌", in: caption.leading(1), TextStyle(.accent)) }
        if let tab = layout.pasticheTab {
            drawTab("pastiche", isOn: !model.showsOriginal, isFocused, in: tab, canvas)
        }
        if let tab = layout.originalTab {
            drawTab("original", isOn: model.showsOriginal, isFocused, in: tab, canvas)
        }
        canvas.text(frameText(model), in: caption.dropping(left: 23), TextStyle(.dim), .right)
    }

    private static func drawTab(
        _ word: String, isOn: Bool, _ isFocused: Bool, in place: CellRectangle, _ canvas: Canvas
    ) {
        let style = isOn ? TextStyle(isFocused ? .accent : .text, isBold: isFocused) : TextStyle(.dim)
        canvas.text((isOn ? "● " : "○ ") + word, in: place, style)
    }

    private static func frameText(_ model: StudioModel) -> String {
        guard model.viewport.isWhole else { return ZoomText.text(model, width: Layout(model).easel.width - 23) }
        guard let frame = model.painting.frame, !model.showsOriginal || model.styleChooser != nil else { return "" }
        let time = "\(Int(max(0, frame.milliseconds.isFinite ? frame.milliseconds : 0).rounded())) ms"
        let size = "\(frame.width) × \(frame.height) · "
        return DisplayWidth.of(size + time) + 24 <= Layout(model).easel.width ? size + time : time
    }
}
