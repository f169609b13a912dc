/// Choosing a theme; the selected one is shown at once.
public struct ThemeChooser: Sendable, Equatable {
    public internal(set) var list = FilteredList()

    init() {}

    /// The themes that the filter leaves.
    public func rows(of themes: [Theme]) -> [Theme] {
        themes.filter { list.filter.matches("\($0.name) \($0.summary)") }
    }
}
