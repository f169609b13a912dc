import StyleTransfer
import TerminalGraphics

/// Everything that the studio knows; what is on the screen is a function of it.
public struct StudioModel: Sendable, Equatable {
    public typealias Size = TerminalCapabilities.Size

    /// The photograph on the easel.
    public struct Photograph: Sendable, Equatable {
        public var path: String
        /// Pixels, upright.
        public var width: Int
        public var height: Int
    }

    /// A part of the window that takes keys.
    public enum Panel: Sendable, CaseIterable {
        case palette, strength, strokes, colours, picture, moments
    }

    /// All styles at hand, in the catalogue's order.
    public let styles: [Style]
    /// The stroke sizes to choose from; nil if there is only one.
    public let strokes: StrokeScale?
    public internal(set) var photograph: Photograph?
    public internal(set) var palette = Palette()
    public internal(set) var history = History()
    /// Which entry of the palette takes the keys.
    public internal(set) var focus = ListSelection()
    public internal(set) var panel = Panel.palette
    public internal(set) var strip = MomentStrip()
    public internal(set) var showsOriginal = false
    public internal(set) var dialog: Dialog?
    /// The dialogs that it lies over, the lowest first.
    var covered: [Dialog] = []
    public internal(set) var message: Message?
    public internal(set) var exports = ExportQueue()
    /// The form of the newest exports, for the next ones.
    var exportForm: ExportForm?
    public internal(set) var painting = Painting()
    /// The part of the picture that is in view.
    public internal(set) var viewport = Viewport()
    public internal(set) var detail = Detail()
    /// The ids of the styles that the user likes best, as they were listed last.
    public internal(set) var favourites: Set<String> = []
    /// The presets as they were listed last.
    public internal(set) var presets: [Preset] = []
    /// The preset that the palette was loaded from or saved as last, with what it held.
    public internal(set) var preset: Preset?
    public internal(set) var window: Size
    public internal(set) var capabilities: TerminalCapabilities
    /// What the session began with.
    public let settings: StudioSettings
    /// What the next session shall know.
    public internal(set) var memory: StudioMemory
    /// The theme that the user chose.
    public internal(set) var theme: String
    /// The messages of the session.
    public internal(set) var messages = MessageLog()
    /// The time, as the program told it last.
    package var time = TimeOfDay()
    /// The working folder, in which the program was started.
    public let folder: String
    /// The folder of the photographs that ship, which is no place for what the user makes.
    let shippedPhotographs: String?
    public internal(set) var variationSettings = VariationSettings()
    /// Whether the work is kept while it is done.
    var keepsSession = false
    /// The work as it was when it was last looked at, and whether it waits to be kept.
    var notedSession: Session?
    var isAutosaveDue = false
    /// The slider that the mouse holds.
    var grip: Slider?
    /// Where the mouse holds the picture, to move a zoomed view.
    var pictureGrip: PictureGrip?
    /// The entry that the mouse holds by its title.
    var carried: Int?
    /// Where chance comes from.
    package internal(set) var generator: SeededGenerator
    /// Counts messages, so that a timer clears only its own.
    var messageCount = 0

    /// An empty easel.
    ///
    /// - Parameters:
    ///   - styles: what the style chooser offers.
    ///   - strokes: the stroke sizes that those styles have learnt.
    ///   - window: the terminal's columns and rows.
    ///   - settings: keys, themes, memory.
    ///   - folder: the working folder, absolute.
    ///   - shippedPhotographs: the folder of the photographs that ship with the program.
    ///   - seed: of what is left to chance.
    public init(
        styles: [Style], strokes: StrokeScale? = nil, window: Size,
        capabilities: TerminalCapabilities = TerminalCapabilities(),
        settings: StudioSettings = StudioSettings(), folder: String, shippedPhotographs: String? = nil,
        seed: UInt64 = 0
    ) {
        self.styles = styles
        self.strokes = strokes
        self.window = window
        self.capabilities = capabilities
        self.settings = settings
        memory = settings.memory
        theme = settings.theme
        self.folder = folder
        self.shippedPhotographs = shippedPhotographs
        generator = SeededGenerator(seed: seed)
    }

    /// The first effects of a session: opens the photograph, or lets the user look for one.
    public mutating func start(photograph path: String?) -> [Effect] {
        guard let path else { return openBrowser() }
        return [.openPhotograph(path: path)]
    }

    /// What the keys do.
    public var keys: KeyMap { settings.keys }

    /// What is to be painted.
    public var recipe: Recipe { palette.recipe }

    /// The style of an entry, or nil if the library lacks it.
    public func style(_ id: String) -> Style? {
        styles.first { $0.id == id }
    }
}

/// A slider of the studio.
public enum Slider: Sendable, Hashable {
    /// The weight of the entry at that index of the palette.
    case weight(Int)
    case strength
    case stroke
    /// How much of the photograph's colours is kept.
    case colours
}
