extension StudioModel {
    mutating func openMenu() {
        dialog = .menu(ActionMenu())
    }

    package func rows(of menu: ActionMenu) -> [MenuAction] {
        menu.rows(of: keys.actions, recent: memory.recentActions)
    }

    /// Does on the easel what the selected row says.
    mutating func chooseAction(_ menu: ActionMenu) -> [Effect] {
        let rows = rows(of: menu)
        guard rows.indices.contains(menu.list.selection.index) else { return [] }
        let command = rows[menu.list.selection.index].command
        closeDialog()
        memory.recentActions.removeAll { $0 == command.name }
        memory.recentActions.insert(command.name, at: 0)
        memory.recentActions = Array(memory.recentActions.prefix(StudioMemory.recentCount))
        // What the action remembers itself comes after.
        return [.remember(memory)] + perform(command)
    }
}
