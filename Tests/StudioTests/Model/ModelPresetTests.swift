import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct ModelPresetTests {
    private func listing() throws -> Easel {
        var easel = try Easel.furnished()
        easel.type("p")
        easel.send(
            .presetsListed(
                [
                    Preset(name: "Dawn", summary: "early", recipe: easel.model.recipe),
                    Preset(name: "Dusk", recipe: Recipe(parts: [.init(style: "lost", weight: 1)])),
                ], problems: []))
        return easel
    }

    @Test func aPresetIsSavedWithWhatItIsAbout() throws {
        var easel = try Easel.furnished()
        easel.type("wDusk")
        easel.press(.tab)
        easel.type(" for harbours ")
        easel.press(.enter)
        let dusk = Preset(name: "Dusk", summary: "for harbours", recipe: easel.model.recipe)
        #expect(easel.latest == [.savePreset(dusk, replacing: false)])
        easel.send(.presetSaved(dusk))
        easel.type("w")
        #expect(easel.draw().text.contains("for harbours"))
        easel.press(.tab)
        easel.press(.character("u"), control: true)
        easel.press(.enter)
        guard case .savePreset(let bare, replacing: false) = easel.latest.first else {
            Issue.record("nothing was saved")
            return
        }
        #expect(bare.summary == nil)
    }

    @Test func aPresetIsRenamedInTheList() throws {
        var easel = try listing()
        easel.type("r")
        easel.press(.character("u"), control: true)
        easel.type("Morning")
        easel.press(.enter)
        let morning = Preset(name: "Morning", summary: "early", recipe: easel.model.recipe)
        #expect(easel.latest == [.changePreset(name: "Dawn", morning)])
        easel.send(.presetFailed(message: "there is a preset “Morning” already; choose another name"))
        guard case .savePreset = easel.model.dialog else {
            Issue.record("the form is gone")
            return
        }
        easel.send(.presetChanged(name: "Dawn", morning))
        guard case .presets = easel.model.dialog else {
            Issue.record("the list did not come back")
            return
        }
        #expect(easel.model.message?.text.contains("Morning") == true)
    }

    @Test func theNameOfTheLoadedPresetFollows() throws {
        var easel = try listing()
        easel.press(.enter)
        easel.type("p")
        easel.type("r")
        easel.type("2")
        easel.press(.enter)
        easel.send(.presetChanged(name: "Dawn", Preset(name: "Dawn2", summary: "early", recipe: easel.model.recipe)))
        #expect(easel.model.preset?.name == "Dawn2")
    }

    @Test func escapeReturnsToTheList() throws {
        var easel = try listing()
        easel.type("r")
        easel.press(.escape)
        guard case .presets = easel.model.dialog else {
            Issue.record("the list did not come back")
            return
        }
    }

    @Test func aDeletedPresetIsBroughtBack() throws {
        var easel = try listing()
        easel.type("dy")
        #expect(easel.latest == [.deletePreset(name: "Dawn")])
        easel.send(.presetDeleted(name: "Dawn"))
        #expect(easel.model.message?.text.contains("u in the list brings it back") == true)
        easel.type("u")
        #expect(easel.latest == [.restorePreset])
        easel.send(.presetRestored(name: "Dawn"))
        #expect(easel.model.message?.text == "“Dawn” is back.")
        easel.send(.presetRestored(name: nil))
        #expect(easel.model.message?.text.contains("No preset was deleted") == true)
    }

    @Test func theListShowsWhatAPresetMakesOfThePhotograph() throws {
        var easel = try listing()
        let recipe = easel.model.recipe
        #expect(easel.draw().placements.contains { $0.picture == .trial(recipe) })
        // Styles that are not here are left out of the picture.
        easel.type("j")
        #expect(easel.draw().placements.contains { $0.picture == .trial(Recipe()) })
    }
}
