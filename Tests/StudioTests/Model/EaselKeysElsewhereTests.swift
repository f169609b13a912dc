import Studio
import TerminalGraphics
import Testing

/// Keys of the easel where mixes are looked for.
@Suite struct EaselKeysElsewhereTests {
    @Test(arguments: [("v", "Esc"), ("b", "Enter"), ("|", "Esc")])
    func whatIsForTheEaselSaysSo(opening: String, way: String) throws {
        var easel = try Easel.furnished()
        easel.type(opening)
        let dialog = easel.model.dialog
        easel.type("w")
        #expect(easel.model.dialog == dialog)
        #expect(easel.model.message?.text == "“save the mix as preset” is for the easel; \(way) goes back there.")
    }

    @Test(arguments: ["b", "|"]) func momentsArePinnedEverywhere(opening: String) throws {
        var easel = try Easel.furnished()
        easel.type(opening)
        let dialog = easel.model.dialog
        easel.type(".")
        #expect(easel.model.strip.moments.map(\.palette) == [easel.model.palette])
        #expect(easel.model.message?.text == "Pinned moment 1.")
        #expect(easel.model.dialog == dialog)
    }

    @Test func theNameOfTheWayBackIsTheUsers() throws {
        let keys = KeyMap.standard(with: KeyChoices(["close": ["f9"]])).map
        var easel = try Easel.furnished(keys: keys)
        easel.type("vw")
        #expect(easel.model.message?.text.contains("F9 goes back") == true)
    }

    @Test func whatOnlyMovesIsPassedOver() throws {
        var easel = try Easel.furnished()
        easel.type("v")
        easel.press(.tab)
        #expect(easel.model.message == nil)
    }
}
