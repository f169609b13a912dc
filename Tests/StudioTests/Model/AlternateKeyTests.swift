import Studio
import TerminalGraphics
import Testing

/// Escape and a letter that come together look like Alt with that letter.
@Suite struct AlternateKeyTests {
    private func press(_ character: Character, _ easel: inout Easel) {
        easel.send(.input(.key(.init(.character(character), alternate: true))))
    }

    @Test func escapeAndALetterAreBothHeard() throws {
        var easel = try Easel.furnished()
        easel.type("v")
        press("m", &easel)
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette.entries[2].isMuted)
        easel.type("p")
        press("o", &easel)
        #expect(easel.model.dialog == nil)
        #expect(easel.model.showsOriginal)
    }

    @Test func aFilterIsLeftBeforeTheLetterCounts() throws {
        var easel = try Easel.furnished()
        easel.type("a/oil")
        press("j", &easel)
        guard case .styles(let chooser) = easel.model.dialog else { throw Missing() }
        #expect(chooser.list.filter.isEmpty)
        #expect(!chooser.list.filter.isTyping)
        #expect(chooser.list.selection.index == 1)
    }

    @Test func anAltThatIsBoundStaysOne() throws {
        let keys = KeyMap.standard(with: KeyChoices(["mute": ["alt-x"]])).map
        var easel = try Easel.furnished(keys: keys)
        press("x", &easel)
        #expect(easel.model.palette.entries[2].isMuted)
        #expect(easel.model.palette.entries[2].weight == 50)
    }

    @Test func altMovesByWordsInATextField() throws {
        var easel = try Easel.furnished()
        easel.type("wblue hour")
        press("b", &easel)
        easel.type("x")
        #expect(name(easel) == "blue xhour")
        press("d", &easel)
        #expect(name(easel) == "blue x")
        press("b", &easel)
        press("b", &easel)
        press("f", &easel)
        easel.type("!")
        #expect(name(easel) == "blue! x")
        easel.send(.input(.key(.init(.backspace, alternate: true))))
        #expect(name(easel) == " x")
    }

    private func name(_ easel: Easel) -> String? {
        if case .savePreset(let form) = easel.model.dialog { form.name.text } else { nil }
    }

    private struct Missing: Error {}
}
