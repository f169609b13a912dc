import TerminalGraphics

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
