import Studio
import TerminalGraphics
import Testing

/// Keys of the user's own.
@Suite struct KeyChoicesTests {
    @Test func replaceTheTablesKeysEverywhere() throws {
        let (map, problems) = KeyMap.standard(with: KeyChoices(["mute": ["Y", "ctrl-o"], "tour": []]))
        #expect(problems.count == 1)
        var easel = try Easel.furnished(width: 120, height: 60, keys: map)
        easel.type("m")
        #expect(!easel.model.palette.entries[2].isMuted)
        easel.type("Y")
        #expect(easel.model.palette.entries[2].isMuted)
        easel.press(.character("o"), control: true)
        #expect(!easel.model.palette.entries[2].isMuted)
        easel.type("?")
        #expect(easel.draw().text.contains("Y ^O         mute the style"))
        easel.press(.escape)
        easel.type(":mute")
        #expect(easel.draw().text.contains("Y ^O"))
    }

    @Test func hintsAndMessagesShowThem() throws {
        let (map, problems) = KeyMap.standard(with: KeyChoices(["add-style": ["n"], "undo": []]))
        #expect(problems == [])
        var easel = try Easel(keys: map)
        #expect(easel.draw().text.contains("n adds a style"))
        easel.press(.escape)
        easel.type("d")
        #expect(easel.model.message?.text == "The palette is empty; n adds a style.")
        #expect(easel.draw().text.contains("n add"))
    }

    @Test func aKeyIsTakenFromWhoHadIt() throws {
        let (map, problems) = KeyMap.standard(with: KeyChoices(["solo": ["m"]]))
        #expect(map.command(for: .init(.character("m")), in: [.anywhere, .easel]) == .solo)
        #expect(problems == ["'mute' has lost its key; give it another"])
        let (swapped, none) = KeyMap.standard(with: KeyChoices(["solo": ["m"], "mute": ["s"]]))
        #expect(swapped.command(for: .init(.character("s")), in: [.anywhere, .easel]) == .mute)
        #expect(none == [])
    }

    @Test func noKeyMeansTwoThingsAfterwards() {
        let choices = KeyChoices([
            "up": ["w"], "down": ["s"], "close": ["x"], "choose": ["right", "d"], "solo": ["ctrl-s"],
            "help": ["f2", "alt-h"],
        ])
        let (map, _) = KeyMap.standard(with: choices)
        for contexts in KeyBinding.Context.together {
            var commands: [TerminalInput.Key: Command] = [:]
            for binding in map.bindings where contexts.contains(binding.context) {
                for key in binding.keys {
                    #expect(commands[key] == nil || commands[key] == binding.command, "\(key.label)")
                    commands[key] = binding.command
                }
            }
        }
    }

    @Test func charactersStayTextWhereTextIsTyped() throws {
        let (map, _) = KeyMap.standard(with: KeyChoices(["close": ["x"], "down": ["s", "ctrl-d"]]))
        for context in [KeyBinding.Context.typing, .form, .menu] {
            #expect(map.command(for: .init(.character("x")), in: [.anywhere, context]) == nil)
            #expect(map.command(for: .init(.escape), in: [.anywhere, context]) == .close)
        }
        #expect(map.command(for: .init(.character("x")), in: [.anywhere, .list]) == .close)
        #expect(map.command(for: .init(.character("d"), control: true), in: [.anywhere, .menu]) == .down)
    }

    @Test(
        arguments: [
            (["mutte": ["m"]], "there is no action 'mutte'; did you mean 'mute'?"),
            (["mute": ["ctrl-m"]], "'ctrl-m' is the same as enter"), (["mute": ["escape"]], "keeps its meaning"),
            (["mute": ["hyper-m"]], "'hyper-' is none of"), (["mute": ["page"]], "'page' is no key"),
            (["mute": ["y"], "solo": ["y"]], "'solo' cannot have the key 'y': 'mute' has it too"),
            (["mute": ["ctrl-1"]], "ctrl- goes with letters"),
            (["mute": ["shift-1"]], "the character that shift makes"),
            (["\u{1B}[2J": ["m"]], "there is no action '\\e[2J'"),
        ] as [([String: [String]], String)]) func mistakesAreNamed(choices: [String: [String]], reason: String)
    {
        let (map, problems) = KeyMap.standard(with: KeyChoices(choices))
        #expect(problems.count == 1)
        #expect(problems.first?.contains(reason) == true, "\(problems)")
        if !choices.keys.contains("solo") { #expect(map == .standard) }
    }

    @Test func everyKeyOfTheTableCanBeWritten() throws {
        for binding in KeyBindings.all where !binding.keys.isEmpty {
            let (map, _) = KeyMap.standard(with: KeyChoices([binding.command.name: ["f9"]]))
            #expect(map.bindings.contains { $0.command == binding.command && $0.keys.contains(.init(.function(9))) })
        }
    }

    @Test func namesAreUniqueAndPlain() {
        let commands = Set(KeyBindings.all.map(\.command))
        #expect(Set(commands.map(\.name)).count == commands.count)
        for name in commands.map(\.name) { #expect(name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }) }
        #expect(Command.addStyle.name == "add-style")
        #expect(Command.set(50).name == "set-50")
    }
}
