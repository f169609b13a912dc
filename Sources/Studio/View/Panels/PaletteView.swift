import TerminalGraphics

/// The styles with their sliders.
enum PaletteView {
    /// From this width of an entry on, its share is said in more words.
    private static let longShareWidth = 34

    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let isFocused = model.dialog == nil && model.panel == .palette
        canvas.box(layout.palette, title: "Palette", isFocused: isFocused)
        let entries = layout.entries(model)
        for entry in entries {
            draw(entry, model, isFocused: isFocused && entry.index == model.focus.index, canvas)
        }
        if entries.isEmpty { drawEmpty(model, layout, canvas) }
        if let button = layout.addButton(model) {
            let key = model.keys.label(.addStyle)
            canvas.pieces([(key, TextStyle(.key)), (" add a style", TextStyle(.dim))], in: button)
        }
        drawOverflow(entries, model, layout, canvas)
    }

    private static func draw(_ place: Layout.Entry, _ model: StudioModel, isFocused: Bool, _ canvas: Canvas) {
        let entry = model.palette.entries[place.index]
        let style = model.style(entry.style)
        let isActive = model.palette.isActive(place.index)
        let line = place.rectangle.line(0)
        if place.index == model.focus.index {
            let mark = TextStyle(isFocused ? .accent : .border)
            for row in 0..<place.rectangle.height {
                canvas.text("▌", in: place.rectangle.line(row).leading(1), mark)
            }
        }
        let titleStyle = TextStyle(isFocused ? .accent : isActive ? .text : .dim, isBold: isFocused)
        canvas.text(style?.title ?? entry.style, in: line.dropping(left: 1, right: 7), titleStyle)
        let keys = model.keys
        toggle(keys.letter(.mute) ?? "m", isOn: entry.isMuted, role: .warning, in: place.mute, canvas)
        toggle(keys.letter(.solo) ?? "s", isOn: entry.isSoloed, role: .accent, in: place.solo, canvas)
        toggle(keys.letter(.lock) ?? "g", isOn: entry.isLocked, role: .key, in: place.lock, canvas)

        let second = place.rectangle.line(1).dropping(left: 1, right: 1)
        let share = shareText(model.palette, place.index, isLong: place.rectangle.width >= longShareWidth)
        canvas.text(share, in: second.trailing(share.count), TextStyle(isActive ? .text : .dim), .right)
        canvas.text(style?.artist ?? "", in: second.dropping(right: share.count + 1), TextStyle(.dim))

        let bar = Bar(share: Double(entry.weight) / 100, width: place.track.width)
        canvas.bar(bar, in: place.track, isActive: isActive, isFocused: isFocused)
        number(entry.weight, beside: place.track, isFocused: isFocused, canvas)
    }

    /// A letter that is small and quiet while it is off, a capital and reversed while it is on.
    private static func toggle(
        _ letter: String, isOn: Bool, role: TextStyle.Role, in cell: CellRectangle, _ canvas: Canvas
    ) {
        let style = isOn ? TextStyle(role, isBold: true, isReversed: true) : TextStyle(.dim)
        canvas.text(isOn ? letter.uppercased() : letter, in: cell, style)
    }

    /// The number to the right of a track.
    static func number(_ value: Int, beside track: CellRectangle, isFocused: Bool, _ canvas: Canvas) {
        let place = CellRectangle(
            row: track.row, column: track.column + track.width, width: Layout.numberWidth - 1, height: 1)
        canvas.text("\(value) %", in: place, TextStyle(isFocused ? .accent : .text, isBold: isFocused), .right)
    }

    /// An entry's share of the mix, in more words where there is room.
    private static func shareText(_ palette: Palette, _ index: Int, isLong: Bool) -> String {
        if palette.entries[index].isMuted { return "muted" }
        guard palette.isActive(index) else { return "silent" }
        let share = "\(Int((palette.share(index) * 100).rounded())) %"
        guard isLong else { return share }
        return palette.entries[index].isLocked ? "locked · " + share : share + " of mix"
    }

    private static func drawEmpty(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let inside = layout.paletteInside.dropping(left: 1, right: 1)
        canvas.text("No style yet.", in: inside.line(1), TextStyle(.text))
        canvas.pieces(
            [(model.keys.label(.addStyle), TextStyle(.key)), (" adds a style", TextStyle(.dim))], in: inside.line(3))
        canvas.pieces(
            [(model.keys.label(.choosePreset), TextStyle(.key)), (" loads a preset", TextStyle(.dim))],
            in: inside.line(4))
    }

    /// How many entries lie above and below what is shown, in the border.
    private static func drawOverflow(
        _ entries: [Layout.Entry], _ model: StudioModel, _ layout: Layout, _ canvas: Canvas
    ) {
        guard let first = entries.first?.index, let last = entries.last?.index else { return }
        let below = model.palette.entries.count - 1 - last
        let corner = layout.palette.dropping(left: 2, right: 2)
        if first > 0 { canvas.text(" ↑ \(first) ", in: corner.line(0), TextStyle(.text), .right) }
        if below > 0 {
            canvas.text(" ↓ \(below) ", in: corner.line(corner.height - 1), TextStyle(.text), .right)
        }
    }
}
