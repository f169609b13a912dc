/// What a session begins with beside the picture: the user's keys, the themes, and what is remembered.
public struct StudioSettings: Sendable, Equatable {
    public var keys = KeyMap.standard
    /// All themes at hand, sorted by name.
    public var themes: [Theme] = []
    /// The name of the one in use.
    public var theme = ThemeLibrary.standard
    /// The theme that the configuration names.
    public var configuredTheme: String?
    public var memory = StudioMemory()
    /// Whether a first start begins with the tour.
    public var showsTour = false
    /// Where the log is.
    public var logPath: String?
    /// Lines about settings that cannot be used.
    public var problems: [String] = []

    public init() {}
}
