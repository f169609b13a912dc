import TerminalGraphics

/// The table of keys for the manual and for other programs.
public enum KeyManual {
    /// One action in one place; the JSON of `pastiche keys`.
    public struct Row: Sendable, Equatable, Encodable {
        /// The name that the configuration knows.
        public var action: String
        /// As the configuration writes them.
        public var keys: [String]
        /// Where the keys hold.
        public var place: String
        public var summary: String
    }

    /// All actions in the table's order.
    public static func rows(_ map: KeyMap) -> [Row] {
        map.bindings.map { binding in
            Row(
                action: binding.command.name, keys: binding.keys.map(KeyName.text), place: binding.context.place,
                summary: binding.title)
        }
    }

    /// The page `docs/KEYS.md`.
    public static func page(_ map: KeyMap) -> String {
        var page = """
            # Keys

            Written by `pastiche keys --manual` from the one table that the studio's help, hints and menu show too.
            The names in the first column are those of `[keys]` in the configuration, see [CONFIGURATION.md](CONFIGURATION.md).

            """
        var places: [String] = []
        let rows = rows(map)
        for row in rows where !places.contains(row.place) { places.append(row.place) }
        for place in places {
            page +=
                "\n## \(place.prefix(1).uppercased() + place.dropFirst())\n\n| action | keys | what it does |\n|---|---|---|\n"
            for row in rows where row.place == place {
                let keys = row.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
                page += "| `\(row.action)` | \(keys.isEmpty ? "in the menu" : keys) | \(row.summary) |\n"
            }
        }
        return page
    }
}

extension KeyBinding.Context {
    /// Where the context holds, in words.
    var place: String {
        switch self {
        case .anywhere: "anywhere"
        case .easel: "easel"
        case .list: "lists"
        case .browser: "file browser"
        case .styles: "style browser"
        case .presets: "presets"
        case .exports: "queue of exports"
        case .typing: "filter of a list"
        case .form: "forms"
        case .choice: "words of a form"
        case .question: "questions"
        case .page: "pages"
        case .scroll: "pages that scroll"
        case .menu: "menu"
        case .tour: "tour"
        case .variations: "variations"
        case .pad: "field of the pad"
        case .corner: "corners of the pad"
        case .blend: "pad"
        case .comparison: "comparison"
        }
    }
}
