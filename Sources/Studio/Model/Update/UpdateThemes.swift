extension StudioModel {
    /// The theme on the screen: the selected one while the user chooses.
    var shownTheme: String {
        for case .themes(let chooser) in openDialogs {
            let rows = chooser.rows(of: settings.themes)
            guard rows.indices.contains(chooser.list.selection.index) else { continue }
            return rows[chooser.list.selection.index].name
        }
        return theme
    }

    /// The effect that brings the shown theme to the screen, if it is another one than before.
    func changeTheme(from name: String) -> [Effect] {
        let shown = shownTheme
        guard shown != name, let theme = settings.themes.first(where: { $0.name == shown }) else { return [] }
        return [.useTheme(theme)]
    }

    mutating func nextTheme() -> [Effect] {
        let themes = settings.themes
        guard !themes.isEmpty else { return say(.warning, "There are no themes: the installation lacks its own.") }
        let index = themes.firstIndex { $0.name == theme } ?? themes.count - 1
        return keep(themes[(index + 1) % themes.count])
    }

    mutating func openThemes() -> [Effect] {
        var chooser = ThemeChooser()
        chooser.list.selection.index = settings.themes.firstIndex { $0.name == theme } ?? 0
        dialog = .themes(chooser)
        return hasColours ? [] : say(.information, Self.noColours)
    }

    /// Uses a theme from now on, also the next time.
    mutating func keep(_ theme: Theme) -> [Effect] {
        self.theme = theme.name
        memory.theme = theme.name
        memory.themeInstead = settings.configuredTheme
        let news = hasColours ? "Theme \(theme.name): \(theme.summary)" : "Theme \(theme.name). " + Self.noColours
        return say(.information, news) + [.remember(memory)]
    }

    private var hasColours: Bool { capabilities.colours != .monochrome }
    private static let noColours = "This terminal shows no colours, so all themes look the same here."
}
