import StyleTransfer

/// What `update` asks the program to do. Effects are values, so a test can read them.
public enum Effect: Sendable, Equatable {
    /// Paint a preview; a newer request replaces one that has not begun and cancels one that has.
    case paint(PaintRequest)
    /// Paint the pastiche at the size of an export, for a zoomed view.
    case paintDetail(DetailRequest)
    case cancelDetail
    case openPhotograph(path: String)
    /// Look into a picture that the user chose; `Event.pictureRead` answers.
    case readPicture(path: String)
    case listFolder(path: String)
    /// Keep the work; a newer one replaces one that waits.
    case saveSession(Session)
    /// Look for a session that was cut off; what is done with it follows.
    case findSession
    case acceptSession
    case declineSession
    /// Look for the last session, however it ended.
    case restoreSession
    case listFavourites
    case setFavourite(style: String, Bool)
    case listPresets
    case savePreset(Preset, replacing: Bool)
    /// Give the preset of that name the name and summary of another.
    case changePreset(name: String, Preset)
    case deletePreset(name: String)
    /// Bring back the preset that was deleted last.
    case restorePreset
    /// Find out where exports would go; `Event.exportPlanned` answers. A newer plan replaces one that waits.
    case planExport(ExportPlan)
    case export(ExportRequest)
    case cancelExport(job: Int)
    case remember(StudioMemory)
    /// Draw in another theme's colours.
    case useTheme(Theme)
    /// Send `Event.woken` after a pause in milliseconds.
    case wake(Wake, milliseconds: Int)
    /// Wipe the terminal and draw everything again.
    case repaint
    /// Give the terminal back and stop, as ^Z asks; `Event.resumed` follows on `fg`.
    case suspend
    case quit
}

/// A preview to be painted.
public struct PaintRequest: Sendable, Equatable {
    /// Counts up; events carry it back.
    public var number: Int
    public var recipe: Recipe
    /// The recipe for a frame of this size: a smaller one takes finer strokes, so that they cover as much of the
    /// picture.
    public var paintedRecipe: Recipe
    /// The rectangle that the picture is for, in pixels; the photograph is fitted into it.
    public var width: Int
    public var height: Int
    /// A smaller frame that is there sooner, for a slider in motion.
    public var isCoarse: Bool
    /// The terminal is slow: few bytes count more than looks.
    public var isFrugal: Bool

    public init(
        number: Int, recipe: Recipe, paintedRecipe: Recipe? = nil, width: Int, height: Int, isCoarse: Bool,
        isFrugal: Bool = false
    ) {
        self.number = number
        self.recipe = recipe
        self.paintedRecipe = paintedRecipe ?? recipe
        self.width = width
        self.height = height
        self.isCoarse = isCoarse
        self.isFrugal = isFrugal
    }
}
