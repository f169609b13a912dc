import Files
import TerminalGraphics

/// The form that names a preset.
enum FormView {
    static func draw(_ form: PresetForm, _ inside: CellRectangle, _ canvas: Canvas) {
        for (row, label, field, text) in [
            (0, "Name", PresetForm.Field.name, form.name), (1, "About", .summary, form.summary),
        ] {
            canvas.text(label, in: inside.line(row), TextStyle(.dim))
            canvas.field(
                text, in: inside.line(row).dropping(left: Layout.labelWidth),
                isFocused: !form.asksToReplace && form.field == field)
        }
        if form.asksToReplace {
            canvas.text("It exists. Replace it?", in: inside.line(3), TextStyle(.warning, isBold: true))
        }
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
