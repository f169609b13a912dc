import TerminalGraphics

/// The menu of all actions: what is typed, and below it what fits.
enum MenuView {
    static func draw(_ menu: ActionMenu, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        guard let head = layout.listHead, let list = layout.list(.menu(menu)) else { return }
        canvas.text(":", in: head.leading(1), TextStyle(.key))
        canvas.field(menu.list.filter.field, in: head.dropping(left: 2), isFocused: true)
        let rows = model.rows(of: menu)
        for row in layout.listRows(model) {
            let action = rows[row.index]
            let isSelected = row.index == menu.list.selection.index
            let words = action.title.prefix(1).uppercased() + action.title.dropFirst()
            ListView.drawRow(" " + words, action.keys, isSelected: isSelected, row.rectangle, canvas)
        }
        if rows.isEmpty {
            canvas.text("no action is called so", in: list.line(0).dropping(left: 2), TextStyle(.dim))
        }
        drawCount(rows.count, menu, layout, canvas)
    }

    /// How many rows lie below, in the border.
    private static func drawCount(_ count: Int, _ menu: ActionMenu, _ layout: Layout, _ canvas: Canvas) {
        guard let dialog = layout.dialog, let list = layout.list(.menu(menu)) else { return }
        let below = count - menu.list.selection.first - list.height
        guard below > 0 else { return }
        let edge = dialog.dropping(left: 2, right: 2)
        canvas.text(" ↓ \(below) ", in: edge.line(edge.height - 1), TextStyle(.text), .right)
    }
}
