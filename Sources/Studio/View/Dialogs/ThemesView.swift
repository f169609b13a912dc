import TerminalGraphics

/// The list of themes; the studio around it shows the selected one.
enum ThemesView {
    static func draw(_ chooser: ThemeChooser, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        ListView.drawHead(chooser.list.filter, quiet: "\(model.settings.themes.count) themes", layout, canvas)
        let rows = chooser.rows(of: model.settings.themes)
        for row in layout.listRows(model) {
            let theme = rows[row.index]
            let isSelected = row.index == chooser.list.selection.index
            ListView.drawRow(
                (theme.name == model.theme ? "• " : "  ") + theme.name, theme.summary, isSelected: isSelected,
                row.rectangle, canvas)
        }
        guard rows.isEmpty, let list = layout.list(.themes(chooser)) else { return }
        canvas.text("no theme matches", in: list.line(0).dropping(left: 3), TextStyle(.dim))
    }
}
