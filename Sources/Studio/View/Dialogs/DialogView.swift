import TerminalGraphics

/// What lies over the easel.
enum DialogView {
    /// - Parameter isFocused: whether it is in front and takes the keys.
    static func draw(
        _ dialog: Dialog, _ model: StudioModel, _ layout: Layout, _ rectangle: CellRectangle, isFocused: Bool,
        _ canvas: Canvas
    ) {
        canvas.box(rectangle, title: dialog.title(model), isFocused: isFocused)
        guard let inside = layout.dialogInside else { return }
        switch dialog {
        case .photographs(let browser): ListView.draw(browser, model, layout, canvas)
        case .styles(let chooser): StyleBrowserView.draw(chooser, model, layout, canvas)
        case .presets(let chooser): ListView.draw(chooser, model, layout, canvas)
        case .themes(let chooser): ThemesView.draw(chooser, model, layout, canvas)
        case .tour(let card): TourView.draw(card: card, model, layout, canvas)
        case .messages(let first): MessagesView.draw(first: first, model, layout, canvas)
        case .menu(let menu): MenuView.draw(menu, model, layout, canvas)
        case .savePreset(let form): FormView.draw(form, inside, canvas)
        case .export(let form): ExportFormView.draw(form, layout, model, canvas)
        case .exports(let chooser): ExportsView.draw(chooser, model, layout, canvas)
        case .variations(let variations): VariationsView.draw(variations, model, layout, canvas)
        case .pad(let pad): PadView.draw(pad, model, layout, canvas)
        case .comparison: break
        case .help(let first): HelpView.draw(first: first, layout, canvas)
        case .message:
            for (index, line) in Layout.messageLines(model, width: inside.width).enumerated()
            where index < inside.height - 2 {
                canvas.text(line, in: inside.line(index), TextStyle(.text))
            }
        case .resume(let offer): ResumeView.draw(offer, inside, canvas)
        case .confirmQuit:
            canvas.text("An export is running. Quit and give it up?", in: inside.line(0), TextStyle(.warning))
        }
        for button in layout.buttons(model) { HintsView.draw(button, canvas) }
    }
}

extension Dialog {
    /// The name in the upper edge.
    fileprivate func title(_ model: StudioModel) -> String {
        switch self {
        case .variations: name + " ─ " + VariationsView.spread(model)
        case .menu: model.covered.last.map { name + " · " + $0.name } ?? name
        default: name
        }
    }

    private var name: String {
        switch self {
        case .photographs: "Open a photograph"
        case .styles: "Add a style"
        case .presets: "Load a preset"
        case .savePreset(let form): form.changed == nil ? "Save the mix" : "Rename the preset"
        case .export: "Export"
        case .themes: "Choose a theme"
        case .tour: "Welcome"
        case .messages: "Messages"
        case .exports: "Exports"
        case .menu: "Menu"
        case .variations: "Variations"
        case .pad: "Pad"
        case .comparison: "Compare"
        case .help: "Keys"
        case .message: "Message"
        case .resume: "Go on"
        case .confirmQuit: "Quit"
        }
    }
}

/// The table of keys.
enum HelpView {
    private static let keysWidth = 13

    static func draw(first: Int, _ layout: Layout, _ canvas: Canvas) {
        guard let inside = layout.dialogInside else { return }
        let columns = layout.helpColumns
        let width = (inside.width - 2 * (columns.count - 1)) / columns.count
        for (index, lines) in columns.enumerated() {
            let column = inside.dropping(left: index * (width + 2)).leading(width)
            for (row, line) in lines.dropFirst(first).prefix(inside.height).enumerated() {
                draw(line, in: column.line(row), canvas)
            }
        }
        if let dialog = layout.dialog, layout.helpOverflow > first {
            let edge = dialog.dropping(left: 2, right: 2)
            let rest = layout.helpOverflow - first
            canvas.text(" ↓ \(rest) ", in: edge.line(edge.height - 1), TextStyle(.text), .right)
        }
    }

    private static func draw(_ line: Layout.HelpLine, in place: CellRectangle, _ canvas: Canvas) {
        switch line {
        case .title(let title): canvas.text(title, in: place, TextStyle(.title, isBold: true))
        case .row(let row):
            canvas.text(row.keys, in: place.leading(keysWidth - 1), TextStyle(.key))
            canvas.text(row.summary, in: place.dropping(left: keysWidth), TextStyle(.text))
        case .blank: break
        }
    }
}
