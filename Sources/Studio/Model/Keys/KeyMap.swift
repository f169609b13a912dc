import TerminalGraphics

/// The table of keys as it holds for one user: `KeyBindings`, with the keys of the configuration file.
///
/// Help, hints, messages, the menu of actions and the manual all read it.
public struct KeyMap: Sendable, Equatable {
    public internal(set) var bindings: [KeyBinding]

    /// The keys of a user who chose none.
    public static let standard = KeyMap(bindings: KeyBindings.all)

    /// What a key does in a context; what holds anywhere goes first.
    package func command(for key: TerminalInput.Key, in contexts: [KeyBinding.Context]) -> Command? {
        var key = key
        // Terminals disagree on whether a shifted sign carries the modifier; the sign itself says it.
        if case .character = key.code { key.shift = false }
        return bindings.first { contexts.contains($0.context) && $0.keys.contains(key) }?.command
    }

    /// What the hints line offers in a context.
    func hints(in contexts: [KeyBinding.Context]) -> [KeyBinding] {
        bindings.filter { $0.hint != nil && contexts.contains($0.context) }
    }

    /// How a message calls the key of an action, on the easel if nothing else is said; without one, by its name in the
    /// menu.
    func label(_ command: Command, in contexts: [KeyBinding.Context] = [.easel, .anywhere]) -> String {
        let all = bindings.filter { $0.command == command }
        let offered = all.filter { contexts.contains($0.context) }
        let key = (offered.isEmpty ? all : offered).lazy.compactMap(\.keys.first).first
        return key?.label ?? ":" + command.name
    }

    /// The first key of an action of the easel that is a letter.
    func letter(_ command: Command) -> String? {
        let keys = bindings.first { $0.context == .easel && $0.command == command }?.keys ?? []
        return keys.lazy.map(\.label).first { $0.count == 1 && DisplayWidth.of($0) == 1 && $0.first?.isLetter == true }
    }

    /// The actions that the menu offers where these contexts hold: on the easel section by section, elsewhere those of the
    /// place before those that can be had anywhere. What only moves about goes last.
    package func actions(in contexts: [KeyBinding.Context]) -> [MenuAction] {
        var rows: [(binding: KeyBinding, labels: [String])] = []
        for binding in bindings where contexts.contains(binding.context) && binding.command != .openMenu {
            // What has no section there is said elsewhere on the easel.
            if contexts.contains(.easel) && binding.section == nil { continue }
            let labels = binding.keys.map(\.label)
            if let index = rows.firstIndex(where: { $0.binding.command == binding.command }) {
                rows[index].labels += labels.filter { !rows[index].labels.contains($0) }
            } else {
                rows.append((binding, labels))
            }
        }
        let ranks = rows.map { rank(of: $0.binding) }
        return zip(rows, ranks).enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map {
            let row = $0.element.0
            return MenuAction(
                command: row.binding.command, title: row.binding.title,
                section: row.binding.section?.rawValue ?? row.binding.context.place,
                keys: row.labels.joined(separator: " "))
        }
    }

    private func rank(of binding: KeyBinding) -> Int {
        let sections = KeyBinding.Section.allCases
        if binding.command.isMotion { return sections.count + 1 }
        switch binding.context {
        case .easel: return binding.section.flatMap(sections.firstIndex) ?? 0
        case .anywhere: return sections.count
        default: return 0
        }
    }
}

/// A row of the menu.
package struct MenuAction: Sendable, Equatable {
    package var command: Command
    package var title: String
    package var section: String
    /// Empty for an action without a key.
    package var keys: String
}
