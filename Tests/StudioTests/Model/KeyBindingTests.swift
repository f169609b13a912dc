import Studio
import TerminalGraphics
import Testing

@Suite struct KeyBindingTests {
    @Test(arguments: KeyBinding.Context.together) func noKeyMeansTwoThings(contexts: [KeyBinding.Context]) {
        var commands: [TerminalInput.Key: Command] = [:]
        for binding in KeyBindings.all where contexts.contains(binding.context) {
            for key in binding.keys {
                #expect(commands[key] == nil || commands[key] == binding.command, "\(key.label) is bound twice")
                commands[key] = binding.command
            }
        }
    }

    @Test func charactersAreFreeWhereTextIsTyped() {
        for contexts in [[KeyBinding.Context.anywhere, .typing], [.anywhere, .form], [.anywhere, .menu]] {
            for scalar in UInt8(32)..<127 {
                let key = TerminalInput.Key(.character(Character(Unicode.Scalar(scalar))))
                #expect(KeyMap.standard.command(for: key, in: contexts) == nil)
            }
        }
    }

    @Test func everyKeyOfTheEaselIsInTheHelp() throws {
        var easel = try Easel(width: 120, height: 60)
        easel.type("?")
        let help = easel.draw().text
        for binding in KeyBindings.all where binding.section != nil && !binding.keys.isEmpty {
            #expect(help.contains(binding.summary), "help lacks: \(binding.summary)")
        }
    }

    @Test func shiftedSignsAreThemselves() {
        let key = TerminalInput.Key(.character("?"), shift: true)
        #expect(KeyMap.standard.command(for: key, in: [.easel]) == .help)
    }
}
