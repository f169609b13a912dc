/// Words that narrow a list.
public struct Filter: Sendable, Equatable {
    public internal(set) var field = TextField()
    /// Whether typing goes into the filter.
    public internal(set) var isTyping = false

    public init() {}

    public var isEmpty: Bool { field.text.allSatisfy(\.isWhitespace) }

    /// Whether every word of the filter occurs in the text; case does not matter.
    func matches(_ text: String) -> Bool {
        let text = text.lowercased()
        return field.text.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }
}

/// What all lists have: a selected row and a filter.
public struct FilteredList: Sendable, Equatable {
    public internal(set) var selection = ListSelection()
    public internal(set) var filter = Filter()

    public init() {}
}
