import TerminalGraphics

/// The first line: the program, the photograph, the preset.
enum HeaderView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let line = layout.header.dropping(left: 1, right: 1)
        let name = "Pastiche"
        canvas.text(name, in: line, TextStyle(.title, isBold: true))
        let rest = line.dropping(left: name.count + 2)
        let preset = presetText(model)
        let presetWidth = min(DisplayWidth.of(preset), rest.width / 2)
        canvas.text(preset, in: rest.trailing(presetWidth), TextStyle(.accent), .right)
        guard let photograph = model.photograph else { return }
        let size = "  \(photograph.width) × \(photograph.height)"
        let room = rest.dropping(right: presetWidth + 2)
        let file = photograph.path.split(separator: "/").last.map(String.init) ?? photograph.path
        let title = file.truncated(to: max(0, room.width - size.count))
        canvas.pieces([(title, TextStyle(.text)), (size, TextStyle(.dim))], in: room)
    }

    private static func presetText(_ model: StudioModel) -> String {
        guard let preset = model.preset else { return "" }
        return model.isPresetUnchanged ? preset.name : preset.name + ", changed"
    }
}
