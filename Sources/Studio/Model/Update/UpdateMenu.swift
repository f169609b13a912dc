extension StudioModel {
    mutating func openMenu() {
        cover(with: .menu(ActionMenu()))
    }

    /// What the menu offers: the actions of what it lies over. Only those of the easel come in the order of their use.
    package func rows(of menu: ActionMenu) -> [MenuAction] {
        let actions = keys.actions(in: Self.contexts(of: covered.last))
        return menu.rows(of: actions, recent: covered.isEmpty ? memory.recentActions : [])
    }

    /// Does what the selected row says, to what the menu lies over.
    mutating func chooseAction(_ menu: ActionMenu) -> [Effect] {
        let rows = rows(of: menu)
        guard rows.indices.contains(menu.list.selection.index) else { return [] }
        let command = rows[menu.list.selection.index].command
        closeDialog()
        guard dialog == nil else { return perform(command) }
        memory.recentActions.removeAll { $0 == command.name }
        memory.recentActions.insert(command.name, at: 0)
        memory.recentActions = Array(memory.recentActions.prefix(StudioMemory.recentCount))
        // What the action remembers itself comes after.
        return [.remember(memory)] + perform(command)
    }
}
