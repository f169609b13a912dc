import Files
import StyleTransfer
import TerminalGraphics

/// The keys that a user chose, by the names of actions: what `[keys]` of the configuration file says.
public struct KeyChoices: Sendable, Equatable {
    public var keys: [String: [String]]

    public init(_ keys: [String: [String]] = [:]) {
        self.keys = keys
    }
}

extension KeyMap {
    /// These keep their meaning, so that there is always a way on and out.
    private static let reserved: [TerminalInput.Key] = [
        .init(.escape), .init(.enter), .init(.character("c"), control: true),
    ]

    /// The standard keys, changed as the user wants.
    ///
    /// An action's keys replace those of the table wherever the action is offered; where text is typed, characters
    /// stay text. A key that was chosen is taken from the action that had it.
    ///
    /// - Returns: the map, and a line for each choice that cannot be had; the others hold.
    public static func standard(with choices: KeyChoices) -> (map: KeyMap, problems: [String]) {
        var map = standard
        var problems: [String] = []
        var chosen: [(command: Command, keys: [TerminalInput.Key])] = []
        for (name, texts) in choices.keys.sorted(by: { $0.key < $1.key }) {
            guard let command = KeyBindings.all.first(where: { $0.command.name == name })?.command else {
                let near = nearestName(to: name, among: Set(KeyBindings.all.map(\.command.name)).sorted())
                problems.append(
                    "there is no action '\(printable(name))'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
                continue
            }
            var keys: [TerminalInput.Key] = []
            for text in texts {
                do throws(KeyName.Problem) {
                    let key = try KeyName.key(text)
                    if let other = map.conflict(of: key, for: command, chosen) {
                        problems.append("'\(name)' cannot have the key '\(printable(text))': \(other)")
                    } else if !keys.contains(key) {
                        keys.append(key)
                    }
                } catch {
                    problems.append("'\(name)': \(printable(error.reason))")
                }
            }
            // A list of nothing but mistakes is no wish for no key.
            if keys.isEmpty && !texts.isEmpty { continue }
            chosen.append((command, keys))
        }
        for (command, keys) in chosen { map.bind(command, to: keys) }
        for (command, keys) in chosen { map.take(keys, for: command) }
        return (map, problems + map.losses(chosen.map(\.command)))
    }

    /// Why an action cannot have a key, or nil.
    private func conflict(
        of key: TerminalInput.Key, for command: Command, _ chosen: [(command: Command, keys: [TerminalInput.Key])]
    ) -> String? {
        if Self.reserved.contains(key) { return "that one keeps its meaning" }
        guard let other = chosen.first(where: { $0.keys.contains(key) && meet($0.command, command) }) else {
            return nil
        }
        return "'\(other.command.name)' has it too"
    }

    /// Whether two actions are offered at the same time somewhere.
    private func meet(_ left: Command, _ right: Command) -> Bool {
        bindings.contains { binding in
            binding.command == left
                && bindings.contains { $0.command == right && $0.context.holds(with: binding.context) }
        }
    }

    private mutating func bind(_ command: Command, to keys: [TerminalInput.Key]) {
        for index in bindings.indices where bindings[index].command == command {
            let own = bindings[index].keys
            let allowed = bindings[index].context.takesText ? keys.filter { !$0.isText } : keys
            if allowed.isEmpty && !keys.isEmpty { continue }
            bindings[index].keys = allowed + own.filter(Self.reserved.contains)
        }
    }

    /// Takes keys from every other action that is offered where this one is.
    private mutating func take(_ keys: [TerminalInput.Key], for command: Command) {
        let contexts = bindings.filter { $0.command == command }
        for index in bindings.indices where bindings[index].command != command {
            let context = bindings[index].context
            bindings[index].keys.removeAll { key in
                keys.contains(key)
                    && contexts.contains { $0.keys.contains(key) && $0.context.holds(with: context) }
            }
        }
    }

    /// A line for each action of the easel that lost its only key to another.
    private func losses(_ chosen: [Command]) -> [String] {
        zip(KeyBindings.all, bindings).filter { standard, binding in
            !standard.keys.isEmpty && binding.keys.isEmpty && !chosen.contains(binding.command)
        }.map { "'\($1.command.name)' has lost its key; give it another" }
    }
}

extension TerminalInput.Key {
    /// Whether a text field takes it for a character.
    fileprivate var isText: Bool {
        if case .character = code { !control && !alternate } else { false }
    }
}
