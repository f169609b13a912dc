import StyleTransfer

/// Looking for a style to put on the palette; the highlighted one is tried on the photograph meanwhile.
public struct StyleChooser: Sendable, Equatable {
    public internal(set) var list = FilteredList()
    /// Whether the highlighted style is tried alone, not in the mix.
    public internal(set) var isAlone = false
    public internal(set) var showsOnlyFavourites = false

    init() {}

    /// The styles that the filter leaves.
    public func rows(of styles: [Style], favourites: Set<String>) -> [Style] {
        styles.filter {
            list.filter.matches("\($0.title) \($0.artist) \($0.year) \($0.medium)")
                && (!showsOnlyFavourites || favourites.contains($0.id))
        }
    }
}
