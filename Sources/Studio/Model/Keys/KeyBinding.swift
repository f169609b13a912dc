import TerminalGraphics

/// Keys that do one thing in one context.
public struct KeyBinding: Sendable, Equatable {
    /// What is in front and takes the keys.
    public enum Context: Sendable, Equatable {
        case anywhere, easel, list, browser, styles, presets, exports, typing, form, question, page, scroll, menu, tour
        /// A field of a form that offers a few words.
        case choice
        case variations, comparison
        /// The pad: what holds for its field, for its corners, and for both.
        case pad, corner, blend
    }

    /// A heading of the help page.
    public enum Section: String, Sendable, CaseIterable {
        case palette = "Palette"
        case picture = "Picture"
        case exploring = "Explore"
        case files = "Keep and open"
        case lists = "Lists"
        case program = "Studio"
    }

    public var context: Context
    public var command: Command
    /// None for what only the menu of all actions offers.
    public var keys: [TerminalInput.Key]
    /// Where help lists the keys; nil leaves them out there, and out of the menu.
    public var section: Section?
    /// What they do. Neighbours in the table with the same words share a row of the help page.
    public var summary: String
    /// The word beside the first key in the hints line; nil leaves it out there.
    public var hint: String?
    /// What the menu calls it, where it stands without neighbours.
    public var title: String
}

extension KeyBinding.Context {
    /// The contexts that hold at the same time.
    package static let together: [[KeyBinding.Context]] = [
        [.anywhere, .easel], [.anywhere, .list], [.anywhere, .list, .browser], [.anywhere, .list, .styles],
        [.anywhere, .list, .presets], [.anywhere, .list, .exports],
        [.anywhere, .typing], [.anywhere, .form], [.anywhere, .form, .choice], [.anywhere, .question],
        [.anywhere, .page, .scroll],
        [.anywhere, .menu], [.anywhere, .tour],
        [.anywhere, .variations], [.anywhere, .comparison], [.anywhere, .pad, .blend],
        [.anywhere, .corner, .blend],
    ]

    /// Whether characters are text there, so that none of them can be a key.
    var takesText: Bool { [.typing, .form, .menu].contains(self) }

    /// Whether a key may not mean one thing here and another there.
    func holds(with other: Self) -> Bool {
        self == other || Self.together.contains { $0.contains(self) && $0.contains(other) }
    }
}
