import Files
import StyleTransfer
import TerminalGraphics

/// Lists to choose from: photographs, presets.
enum ListView {
    static func draw(_ browser: FileBrowser, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let suffix = browser.loading == nil ? "" : "  reading…"
        drawHead(browser.list.filter, quiet: browser.path + suffix, isPath: true, layout, canvas)
        let rows = browser.rows
        for row in layout.listRows(model) {
            let text =
                switch rows[row.index] {
                case .parent: "↰ .."
                case .folder(let name): "▸ \(name)/"
                case .photograph(let name): "  \(name)"
                }
            drawRow(text, "", isSelected: row.index == browser.list.selection.index, row.rectangle, canvas)
        }
        if browser.loading == nil && !rows.contains(where: \.isPhotograph) {
            let text = browser.list.filter.isEmpty ? "no photograph in this folder" : "no photograph matches"
            drawNote(text, below: rows.count, layout, model, canvas)
        }
    }

    static func draw(_ chooser: PresetChooser, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        if let name = chooser.deleting {
            guard let head = layout.listHead else { return }
            let answers = layout.buttons(model).first?.rectangle.column ?? head.column + head.width
            canvas.text(
                Layout.question(deleting: name), in: head.leading(answers - head.column - 2),
                TextStyle(.warning, isBold: true))
        } else {
            let count = model.presets.count
            let quiet = chooser.isLoading ? "reading…" : count == 1 ? "1 preset" : "\(count) presets"
            drawHead(chooser.list.filter, quiet: quiet, layout, canvas)
        }
        let rows = chooser.rows(of: model.presets)
        for row in layout.listRows(model) {
            drawRow(
                "  " + rows[row.index].name, rows[row.index].summary ?? "",
                isSelected: row.index == chooser.list.selection.index, row.rectangle, canvas)
        }
        guard rows.indices.contains(chooser.list.selection.index) else {
            let isEmpty = model.presets.isEmpty && !chooser.isLoading
            let text =
                isEmpty
                ? "no preset yet; \(model.keys.label(.savePreset)) saves the mix"
                : chooser.isLoading ? "" : "no preset matches"
            drawNote(text, below: 0, layout, model, canvas)
            return
        }
        drawPreset(rows[chooser.list.selection.index], model, layout, canvas)
    }

    private static func drawPreset(
        _ preset: Preset, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas
    ) {
        guard let details = layout.listDetails else { return }
        let palette = Palette(preset.recipe)
        var known = preset.recipe
        known.parts.removeAll { model.style($0.style) == nil }
        // The picture is what the preset makes of the photograph on the easel; the words below it come first.
        let words = 5 + min(3, palette.entries.count)
        let picture = details.dropping(bottom: max(words + 1, details.height - details.width / 2))
        let hasPicture = picture.height >= 3 && model.photograph != nil
        if hasPicture { canvas.place(.trial(known), in: picture) }
        let place = hasPicture ? details.dropping(top: picture.height + 1) : details
        canvas.text(preset.name, in: place.line(0), TextStyle(.accent, isBold: true))
        canvas.text(preset.summary ?? "", in: place.line(1), TextStyle(.dim))
        for (index, entry) in palette.entries.enumerated() where index + 5 < place.height {
            let line = place.line(index + 3)
            let title = model.style(entry.style)?.title ?? "\(entry.style) (not here)"
            canvas.text(title, in: line.dropping(right: 6), TextStyle(.text))
            let share = Int((palette.share(index) * 100).rounded())
            canvas.text("\(share) %", in: line.trailing(5), TextStyle(.text), .right)
        }
        let line = place.line(place.height - 1)
        let colours = palette.keptColours == 0 ? "" : " · colours \(palette.keptColours) %"
        canvas.text("strength \(palette.strength) %\(colours)", in: line, TextStyle(.dim))
    }

    /// The line above a list: the filter if there is one, else something quiet.
    static func drawHead(
        _ filter: Filter, quiet: String, isPath: Bool = false, _ layout: Layout, _ canvas: Canvas
    ) {
        guard let head = layout.listHead else { return }
        if filter.isTyping {
            canvas.text("/", in: head.leading(1), TextStyle(.key))
            canvas.field(filter.field, in: head.dropping(left: 2), isFocused: true)
        } else if !filter.isEmpty {
            canvas.pieces([("/ ", TextStyle(.key)), (filter.field.text, TextStyle(.text))], in: head)
        } else {
            let text = isPath ? printable(quiet).truncatedHead(to: head.width) : quiet
            canvas.text(text, in: head, TextStyle(.dim))
        }
    }

    static func drawRow(
        _ first: String, _ second: String, isSelected: Bool, _ place: CellRectangle, _ canvas: Canvas
    ) {
        let style = TextStyle(isSelected ? .selection : .text, isBold: isSelected)
        if isSelected { canvas.fill(place, style) }
        canvas.text(isSelected ? "▌" : " ", in: place.leading(1), TextStyle(isSelected ? .selection : .text))
        let line = place.dropping(left: 1, right: 1)
        canvas.text(first, in: line, style)
        let rest = line.dropping(left: DisplayWidth.of(printable(first)) + 2)
        if rest.width >= min(DisplayWidth.of(printable(second)), 16) {
            canvas.text(second, in: rest, TextStyle(isSelected ? .selection : .dim), .right)
        }
    }

    private static func drawNote(
        _ text: String, below rows: Int, _ layout: Layout, _ model: StudioModel, _ canvas: Canvas
    ) {
        guard let dialog = model.dialog, let list = layout.list(dialog), rows + 1 < list.height else { return }
        canvas.text(text, in: list.line(rows + (rows == 0 ? 0 : 1)).dropping(left: 3), TextStyle(.dim))
    }
}

extension FileBrowser.Row {
    fileprivate var isPhotograph: Bool {
        if case .photograph = self { true } else { false }
    }
}
