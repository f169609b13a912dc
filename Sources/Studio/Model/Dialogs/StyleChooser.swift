import StyleTransfer

/// Choosing a style to put on the palette.
public struct StyleChooser: Sendable, Equatable {
    public internal(set) var list = FilteredList()

    init() {}

    /// The styles that the filter leaves.
    public func rows(of styles: [Style]) -> [Style] {
        styles.filter { list.filter.matches("\($0.title) \($0.artist) \($0.year) \($0.medium)") }
    }
}
