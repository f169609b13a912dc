/// Choosing a preset to load or delete.
public struct PresetChooser: Sendable, Equatable {
    public internal(set) var list = FilteredList()
    /// Whether the list has not come yet.
    public internal(set) var isLoading = true
    /// The preset that a second key press deletes.
    public internal(set) var deleting: String?
    /// One line for each preset file that is broken.
    public internal(set) var problems: [String] = []

    init() {}

    /// The presets that the filter leaves.
    public func rows(of presets: [Preset]) -> [Preset] {
        presets.filter { list.filter.matches("\($0.name) \($0.summary ?? "")") }
    }
}

/// Naming the mix to keep it, or a preset anew.
public struct PresetForm: Sendable, Equatable {
    public enum Field: Sendable { case name, summary }

    public internal(set) var name: TextField
    /// What the preset is about, in a line; may be empty.
    public internal(set) var summary: TextField
    public internal(set) var field = Field.name
    /// The preset that gets this name and summary; nil if the mix is kept.
    public internal(set) var changed: Preset?
    /// Whether the name is taken, and the user is asked whether to replace that preset.
    public internal(set) var asksToReplace = false

    init(_ preset: Preset?) {
        name = TextField(preset?.name ?? "")
        summary = TextField(preset?.summary ?? "")
    }
}
