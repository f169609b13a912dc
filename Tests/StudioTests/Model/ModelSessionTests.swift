import Studio
import StyleTransfer
import Testing

/// Sessions as a person has them, told as lists of events.
@Suite struct ModelSessionTests {
    @Test func opensMixesKeepsAndExports() throws {
        var easel = try Easel()
        #expect(easel.model.start(photograph: "harbour.jpg") == [.openPhotograph(path: "harbour.jpg")])
        easel.send(.photographOpened(path: "harbour.jpg", width: 640, height: 427))
        #expect(easel.requests.last?.recipe.isPhotograph == true)

        // Three styles, with the keys that a hand would press.
        easel.type("a")
        easel.press(.enter)
        easel.type("aj")
        easel.press(.enter)
        easel.type("a/munch")
        easel.press(.enter)
        easel.press(.enter)
        #expect(easel.model.palette.entries.map(\.style) == ["starry-night", "great-wave", "scream"])
        #expect(easel.model.palette.entries.map(\.weight) == [50, 50, 50])

        easel.type("ll")  // scream 60
        easel.type("k8")  // great wave 80
        easel.type("kHH")  // starry night 48
        easel.type("[[")  // strength 90
        #expect(
            easel.model.recipe
                == Recipe(
                    parts: [
                        .init(style: "starry-night", weight: 0.48), .init(style: "great-wave", weight: 0.8),
                        .init(style: "scream", weight: 0.6),
                    ], strength: 0.9))

        easel.type("m")
        #expect(easel.model.recipe.parts.map(\.style) == ["great-wave", "scream"])
        easel.type("js")
        #expect(easel.model.recipe.parts.map(\.style) == ["great-wave"])
        easel.type("s")
        let mixed = easel.model.recipe

        easel.type("wBlue hour")
        easel.press(.enter)
        #expect(easel.latest == [.savePreset(Preset(name: "Blue hour", recipe: mixed), replacing: false)])
        easel.send(.presetSaved(Preset(name: "Blue hour", recipe: mixed)))
        #expect(easel.model.dialog == nil)

        easel.type("d")
        #expect(easel.model.recipe != mixed)
        easel.type("p")
        #expect(easel.latest == [.listPresets])
        easel.send(.presetsListed([Preset(name: "Blue hour", recipe: mixed)], problems: []))
        easel.press(.enter)
        #expect(easel.model.recipe == mixed)

        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan(existing: ["harbour-pastiche.png"])
        #expect(easel.begunExports.isEmpty)
        easel.type("y")
        try easel.answerPlan(existing: ["harbour-pastiche.png"])
        let request = try #require(easel.begunExports.first)
        #expect(request.recipe == mixed && request.path == "harbour-pastiche.png" && request.replacing)
        easel.send(.exportProgressed(job: 1, share: 0.5, secondsLeft: 3))
        #expect(easel.model.exports.running?.state == .running(share: 0.5, secondsLeft: 3, isEnding: false))
        easel.type("q")
        #expect(easel.model.dialog == .confirmQuit)
        easel.type("n")
        easel.send(.exportFinished(job: 1, path: "harbour-pastiche.png"))
        #expect(!easel.model.exports.isBusy)
        #expect(easel.model.message?.text.contains("harbour-pastiche.png") == true)
        easel.type("q")
        #expect(easel.latest == [.quit])
    }

    @Test func undoGoesToTheStartAndRedoBackExactly() throws {
        var easel = try Easel.furnished()
        easel.type("lllk9m]]]jjsd")
        easel.mouse(.press, row: 4, column: 5)
        for column in 6..<20 { easel.mouse(.drag, row: 4, column: column) }
        easel.mouse(.release, row: 4, column: 20)
        easel.type("hh")
        let last = easel.model.palette
        let steps = easel.model.history.past.count
        var palettes = [last]
        for _ in 0..<steps {
            easel.type("u")
            palettes.append(easel.model.palette)
        }
        #expect(easel.model.palette == Palette())
        #expect(easel.model.history.past.isEmpty)
        easel.type("u")
        #expect(easel.model.palette == Palette())
        for palette in palettes.dropLast().reversed() {
            easel.press(.character("r"), control: true)
            #expect(easel.model.palette == palette)
        }
        #expect(easel.model.palette == last)
        #expect(easel.model.history.future.isEmpty)
    }

    @Test func aRunOnOneSliderIsOneStep() throws {
        var easel = try Easel.furnished()
        let before = easel.model.history.past.count
        easel.type("lllhL5")
        #expect(easel.model.history.past.count == before + 1)
        easel.type("kl")
        #expect(easel.model.history.past.count == before + 2)
        easel.type("jl")
        #expect(easel.model.history.past.count == before + 3)
        easel.type("]]]")
        #expect(easel.model.history.past.count == before + 4)
        easel.type("uuuu")
        #expect(easel.model.palette.entries.map(\.weight) == [50, 50, 50])
    }

    @Test func aChangeAfterUndoForgetsTheFuture() throws {
        var easel = try Easel.furnished()
        easel.type("luk9")
        #expect(easel.model.history.future.isEmpty)
        easel.press(.character("r"), control: true)
        #expect(easel.model.palette.entries.map(\.weight) == [50, 90, 50])
    }

    @Test func aStyleTwiceIsTheSameEntry() throws {
        var easel = try Easel.furnished()
        easel.type("a")
        easel.press(.enter)
        #expect(easel.model.palette.entries.count == 3)
        #expect(easel.model.focus.index == 0)
    }

    @Test func slidersStopAtTheirEnds() throws {
        var easel = try Easel.furnished()
        for _ in 0..<30 { easel.type("l") }
        #expect(easel.model.palette.entries[2].weight == 100)
        for _ in 0..<30 { easel.type("h") }
        #expect(easel.model.palette.entries[2].weight == 0)
        for _ in 0..<30 { easel.type("]") }
        #expect(easel.model.palette.strength == 150)
        for _ in 0..<40 { easel.type("-") }
        #expect(easel.model.palette.strength == 0)
        easel.type("x")
        #expect(easel.model.palette.entries[2].weight == 100)
    }

    @Test func theStrengthIsTheLastSlider() throws {
        var easel = try Easel.furnished()
        easel.type("j3")
        #expect(easel.model.panel == .strength)
        #expect(easel.model.palette.strength == 30)
        easel.type("k")
        #expect(easel.model.panel == .palette)
        #expect(easel.model.focus.index == 2)
    }

    @Test func leavesInOrder() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        easel.press(.character("c"), control: true)
        #expect(easel.latest == [.cancelExport(job: 1), .quit])
        easel.send(.terminated)
        #expect(easel.latest == [.cancelExport(job: 1), .quit])
        easel.send(.exportCancelled(job: 1))
        easel.send(.terminated)
        #expect(easel.latest == [.quit])
        easel.press(.character("z"), control: true)
        #expect(easel.latest == [.suspend])
        easel.send(.resumed)
        #expect(easel.latest == [.repaint])
        easel.press(.character("l"), control: true)
        #expect(easel.latest == [.repaint])
    }
}
