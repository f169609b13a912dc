import Files
import TerminalGraphics

/// Forms: the name of a preset, where an export goes.
enum FormView {
    static func draw(_ form: PresetForm, _ inside: CellRectangle, _ canvas: Canvas) {
        canvas.text("Name", in: inside.line(0), TextStyle(.dim))
        canvas.field(
            form.name, in: inside.line(0).dropping(left: Layout.labelWidth), isFocused: !form.asksToReplace)
        if form.asksToReplace {
            canvas.text("It exists. Replace it?", in: inside.line(2), TextStyle(.warning, isBold: true))
        }
    }

    static func draw(_ form: ExportForm, _ layout: Layout, _ model: StudioModel, _ canvas: Canvas) {
        guard let inside = layout.dialogInside, let path = layout.field(.path), let size = layout.field(.longSide)
        else { return }
        let takesKeys = !form.asksToReplace
        canvas.text("To", in: inside.line(0), TextStyle(.dim))
        canvas.field(form.path, in: path, isFocused: takesKeys && form.field == .path)
        if form.asksToReplace {
            canvas.text("It exists. Replace it?", in: inside.line(1), TextStyle(.warning, isBold: true))
        }
        canvas.text("Size", in: inside.line(2), TextStyle(.dim))
        for (choice, place) in layout.sizeChoices() {
            let isOn = choice == form.size
            let isFocused = takesKeys && isOn && form.field == .size
            canvas.text(
                (isOn ? "● " : "○ ") + choice.word, in: place,
                TextStyle(isFocused ? .selection : isOn ? .text : .dim, isBold: isFocused))
        }
        switch form.size {
        case .number:
            canvas.field(form.longSide, in: size, isFocused: takesKeys && form.field == .longSide)
            canvas.text("px, long side", in: inside.line(3).dropping(left: Layout.labelWidth + 9), TextStyle(.dim))
        case .original, .screen:
            let note = sizeText(form, model)
            canvas.text(note, in: inside.line(3).dropping(left: Layout.labelWidth), TextStyle(.dim))
        }
    }

    /// What the choice of size comes to, in pixels.
    private static func sizeText(_ form: ExportForm, _ model: StudioModel) -> String {
        guard let photograph = model.photograph else { return "" }
        if form.size == .original { return "\(photograph.width) × \(photograph.height) px" }
        return model.previewSize.map { "\($0.width) × \($0.height) px" } ?? ""
    }
}

extension Canvas {
    /// A text field with its cursor, scrolled so that the cursor shows.
    func field(_ field: TextField, in place: CellRectangle, isFocused: Bool) {
        let style = TextStyle(isFocused ? .text : .dim)
        guard isFocused else {
            text(printable(field.text).truncatedHead(to: place.width), in: place, style)
            return
        }
        let cursor = field.text.index(field.text.startIndex, offsetBy: field.cursor)
        let before = printable(String(field.text[..<cursor]))
        let under = cursor < field.text.endIndex ? printable(String(field.text[cursor])) : " "
        let after = cursor < field.text.endIndex ? printable(String(field.text[cursor...].dropFirst())) : ""
        let room = max(0, place.width - DisplayWidth.of(under))
        // A little of what follows stays in view while the cursor moves back.
        let shown = before.truncatedHead(to: max(0, room - min(DisplayWidth.of(after), room / 4)))
        let rest = max(0, room - DisplayWidth.of(shown))
        pieces(
            [
                (shown, style), (under, TextStyle(.accent, isReversed: true)),
                (after.prefix(cells: rest), style),
            ], in: place)
    }
}
