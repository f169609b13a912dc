import Files
import StyleTransfer
import TerminalGraphics

/// What the studio opens with.
public struct StudioOptions: Sendable {
    /// The photograph; nil lets the user look for one.
    public var photograph: String?
    /// The painting that is continued; `photograph` and `recipe` then count for nothing.
    public var painting: RestoredPainting?
    /// The mix on the palette.
    public var recipe: Recipe
    /// The preset that the mix came from.
    public var preset: Preset?
    /// How pictures are shown, whatever the terminal and the environment say; nil to find out.
    public var graphics: TerminalPreferences.Graphics?
    /// The colour theme's name; nil for the one in the user's configuration.
    public var theme: String?
    public var library: StyleLibrary
    public var directories: UserDirectories
    /// Threads that paint; 0 for all cores.
    public var threads: Int
    /// The folder of the photographs that ship: paintings of these are offered for the working folder.
    public var shippedPhotographs: String?
    /// The process environment.
    public var environment: [String: String]

    public init(
        photograph: String?, painting: RestoredPainting? = nil, recipe: Recipe = Recipe(), preset: Preset? = nil,
        graphics: TerminalPreferences.Graphics? = nil, theme: String? = nil, library: StyleLibrary,
        directories: UserDirectories, threads: Int = 0, shippedPhotographs: String? = nil,
        environment: [String: String]
    ) {
        self.photograph = photograph
        self.painting = painting
        self.recipe = recipe
        self.preset = preset
        self.graphics = graphics
        self.theme = theme
        self.library = library
        self.directories = directories
        self.threads = threads
        self.shippedPhotographs = shippedPhotographs
        self.environment = environment
    }
}
