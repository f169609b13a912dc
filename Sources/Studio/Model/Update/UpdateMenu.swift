extension StudioModel {
    /// So many actions are remembered as recent.
    private static let recentCount = 8

    mutating func openMenu() {
        dialog = .menu(ActionMenu())
    }

    package func rows(of menu: ActionMenu) -> [MenuAction] {
        menu.rows(of: keys.actions, recent: recentActions)
    }

    /// Does on the easel what the selected row says.
    mutating func chooseAction(_ menu: ActionMenu) -> [Effect] {
        let rows = rows(of: menu)
        guard rows.indices.contains(menu.list.selection.index) else { return [] }
        let command = rows[menu.list.selection.index].command
        closeDialog()
        recentActions.removeAll { $0 == command }
        recentActions.insert(command, at: 0)
        recentActions = Array(recentActions.prefix(Self.recentCount))
        return perform(command)
    }
}
