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

    /// How a message calls the key of an action on the easel; without one, by its name in the menu.
    func label(_ command: Command) -> String {
        let bound =
            bindings.first { [.easel, .anywhere].contains($0.context) && $0.command == command }
            ?? bindings.first { $0.command == command }
        return bound?.keys.first?.label ?? ":" + command.name
    }

    /// The actions that the menu offers: those of the easel, section by section; what only moves about goes last.
    package var actions: [MenuAction] {
        var actions: [MenuAction] = []
        for binding in bindings where [.easel, .anywhere].contains(binding.context) {
            guard let section = binding.section, binding.command != .openMenu,
                !actions.contains(where: { $0.command == binding.command })
            else { continue }
            actions.append(
                MenuAction(
                    command: binding.command, title: binding.title, section: section.rawValue,
                    keys: binding.keys.map(\.label).joined(separator: " ")))
        }
        let sections = KeyBinding.Section.allCases.map(\.rawValue)
        let ranks = actions.map { $0.command.isMotion ? sections.count : sections.firstIndex(of: $0.section) ?? 0 }
        return zip(actions, ranks).enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
            .map(\.element.0)
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
