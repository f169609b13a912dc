import TerminalGraphics

/// Keys that do one thing in one context.
public struct KeyBinding: Sendable, Equatable {
    /// What is in front and takes the keys.
    public enum Context: Sendable, Equatable {
        case anywhere, easel, list, browser, presets, typing, form, question, page, scroll
    }

    /// A heading of the help page.
    public enum Section: String, Sendable, CaseIterable {
        case palette = "Palette"
        case picture = "Picture"
        case files = "Keep and open"
        case lists = "Lists"
        case program = "Studio"
    }

    public var context: Context
    public var command: Command
    public var keys: [TerminalInput.Key]
    /// Where help lists the keys; nil leaves them out there.
    public var section: Section?
    /// What they do. Neighbours in the table with the same words share a row of the help page.
    public var summary: String
    /// The word beside the first key in the hints line; nil leaves it out there.
    public var hint: String?
}

extension TerminalInput.Key {
    /// How help and hints call the key: `a`, `^R`, `⇧←`, `Space`.
    public var label: String {
        var name =
            switch code {
            case .character(" "): "Space"
            case .character(let character): control ? String(character).uppercased() : String(character)
            case .up: "↑"
            case .down: "↓"
            case .left: "←"
            case .right: "→"
            case .home: "Home"
            case .end: "End"
            case .pageUp: "PgUp"
            case .pageDown: "PgDn"
            case .insert: "Ins"
            case .delete: "Del"
            case .enter: "Enter"
            case .tab: "Tab"
            case .backTab: "⇧Tab"
            case .backspace: "⌫"
            case .escape: "Esc"
            case .function(let number): "F\(number)"
            }
        if shift { name = "⇧" + name }
        if alternate { name = "M-" + name }
        if control { name = "^" + name }
        return name
    }
}
