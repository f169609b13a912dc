import StyleTransfer
import TerminalGraphics

/// Where the view draws: ncurses in the program, a recorder in tests.
public protocol Screen: AnyObject {
    /// Columns and rows.
    var size: TerminalCapabilities.Size { get }
    /// Empties what will be drawn; nothing is shown before `show`.
    func clear()
    /// Draws text from a cell to the right, cut at the screen's edge. Control characters are the caller's to remove.
    func draw(_ text: String, row: Int, column: Int, style: TextStyle)
    /// Keeps cells for a picture: text drawn before is gone from them, and the program paints the picture
    /// there after `show`, scaled to fit, centred.
    func place(_ picture: PictureSource, in rectangle: CellRectangle)
    /// Shows what was drawn since `clear`, changed cells only.
    func show()
}

/// A picture that the view can place; the model names pictures and never holds their pixels.
public enum PictureSource: Sendable, Hashable {
    /// The newest frame of the pastiche.
    case pastiche
    /// The photograph as it was opened.
    case original
    /// The swatch of the style with that id.
    case swatch(String)
    /// The photograph painted small by a recipe that is only looked at: what another mix would give.
    case trial(Recipe)
    /// Another photograph of this session, painted small.
    case keepsake(Recipe, photograph: String)
    /// Two pictures in one, with a divider between them.
    case divided(Division)

    /// Whether there is one such picture that changes, not one for each of its values.
    var isLive: Bool {
        switch self {
        case .pastiche, .original, .divided: true
        case .swatch, .trial, .keepsake: false
        }
    }

    /// Whether it shows something else when there is another photograph on the easel.
    var isOfPhotograph: Bool {
        switch self {
        case .pastiche, .original, .trial, .divided: true
        case .swatch, .keepsake: false
        }
    }

    /// Whether it has to be painted and can wait.
    var isTrial: Bool {
        switch self {
        case .trial, .keepsake: true
        case .pastiche, .original, .swatch, .divided: false
        }
    }

    var isDivided: Bool {
        if case .divided = self { true } else { false }
    }

    /// The name under which the picture is kept: wherever its divider is, there is one divided picture.
    var slot: PictureSource {
        if case .divided = self { .divided(Division(left: .original, right: .pastiche)) } else { self }
    }
}

/// Two pictures of the photograph as one.
public struct Division: Sendable, Hashable {
    public var left: Comparison.Side
    public var right: Comparison.Side
    /// Thousandths of the width that show the left one.
    public var divider: Int
    /// The number of the newest frame: with a new pastiche it is another picture.
    public var frame: Int
    /// The part of both that is in view.
    public var viewport: Viewport
    /// The number of the pastiche at the size of an export, where that one is in view; 0 for the preview.
    public var detail: Int

    public init(
        left: Comparison.Side, right: Comparison.Side, divider: Int = 0, frame: Int = 0,
        viewport: Viewport = Viewport(), detail: Int = 0
    ) {
        self.left = left
        self.right = right
        self.divider = divider
        self.frame = frame
        self.viewport = viewport
        self.detail = detail
    }
}

/// What a piece of text is, not how it looks: the theme says that.
public struct TextStyle: Sendable, Hashable {
    /// The roles that a theme colours.
    public enum Role: String, Sendable, CaseIterable {
        case text, dim, title, accent, selection, slider, track, warning, error, key, border
    }
    public var role: Role
    public var isBold: Bool
    public var isReversed: Bool

    public init(_ role: Role, isBold: Bool = false, isReversed: Bool = false) {
        self.role = role
        self.isBold = isBold
        self.isReversed = isReversed
    }
}
