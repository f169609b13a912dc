import StyleTransfer

/// A mix that was kept under a name.
public struct Preset: Equatable, Sendable {
    /// The format of a preset's file that this program writes; later ones are left alone with a clear error.
    static let currentVersion = 1

    /// What the user calls it; unique among the presets.
    public var name: String
    public var summary: String?
    public var recipe: Recipe

    public init(name: String, summary: String? = nil, recipe: Recipe) {
        self.name = name
        self.summary = summary
        self.recipe = recipe
    }
}
