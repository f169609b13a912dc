import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// The slider of the strokes, and what becomes of them in pictures of other sizes.
@Suite struct StrokeTests {
    @Test func bracesMoveTheStrokes() throws {
        var easel = try Easel.furnished()
        easel.type("}}")
        #expect(easel.model.strokes?.percent(of: easel.model.recipe.stroke) == 60)
        easel.type("{{")
        #expect(easel.model.recipe.stroke == nil)
        easel.type("{")
        #expect(easel.model.strokes?.percent(of: easel.model.recipe.stroke) == 45)
    }

    @Test func oneRunOfKeysIsOneStepOfTheHistory() throws {
        var easel = try Easel.furnished()
        easel.type("}}}}")
        easel.type("u")
        #expect(easel.model.recipe.stroke == nil)
    }

    @Test func theFocusGoesDownToTheStrokesAndBack() throws {
        var easel = try Easel.furnished()
        easel.type("jj")
        #expect(easel.model.panel == .strokes)
        easel.type("x")
        #expect(easel.model.recipe.stroke == 640)
        easel.type("0")
        #expect(easel.model.recipe.stroke == 160)
        easel.type("k")
        #expect(easel.model.panel == .strength)
    }

    @Test func theMouseDragsTheStrokes() throws {
        var easel = try Easel.furnished()
        let track = try #require(Layout(easel.model).strokesTrack)
        easel.mouse(.press, row: track.row, column: track.column)
        #expect(easel.model.recipe.stroke == 160)
        easel.mouse(.drag, row: track.row, column: track.column + track.width - 1)
        #expect(easel.model.recipe.stroke == 640)
        easel.mouse(.release, row: track.row, column: track.column)
        easel.mouse(.scrollDown, row: track.row, column: track.column)
        #expect(easel.model.strokes?.percent(of: easel.model.recipe.stroke) == 95)
        easel.type("uu")
        #expect(easel.model.recipe.stroke == nil)
    }

    @Test func aSizeFromAPresetStaysUntilTheSliderMoves() throws {
        var easel = try Easel.furnished()
        var recipe = easel.model.recipe
        recipe.stroke = 333
        easel.send(.presetsListed([Preset(name: "Dusk", recipe: recipe)], problems: []))
        easel.type("p")
        easel.send(.presetsListed([Preset(name: "Dusk", recipe: recipe)], problems: []))
        easel.press(.enter)
        #expect(easel.model.recipe.stroke == 333)
        easel.type("]")
        #expect(easel.model.recipe.strength == 1.05)
        #expect(easel.model.recipe.stroke == 333)
    }

    @Test func withOneSizeThereIsNoSlider() throws {
        var easel = try Easel.furnished()
        easel.model = StudioModel(
            styles: try Easel.styles(), window: .init(width: 80, height: 24), settings: Easel.settings(), folder: "/")
        #expect(Layout(easel.model).strokesTrack == nil)
        easel.type("}")
        #expect(easel.model.recipe.stroke == nil)
        #expect(easel.model.message?.text.contains("one stroke size") == true)
        easel.type("jj")
        #expect(easel.model.panel == .colours)
    }

    @Test func aCoarseFrameTakesFinerStrokes() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        for _ in 0..<10 { easel.type("}") }
        easel.settle()
        easel.paint()
        let full = try #require(easel.requests.last)
        #expect(!full.isCoarse && full.recipe.stroke == 640)
        easel.type("l")
        let coarse = try #require(easel.requests.last)
        #expect(coarse.isCoarse)
        #expect(coarse.recipe.stroke == 640)
        let stroke = coarse.paintedRecipe.stroke ?? 320
        #expect(abs(Double(stroke) - 640 * Double(coarse.width) / Double(full.width)) < 4)
    }

    @Test func exportsLookAsOnTheEaselUnlessFinerOnesAreAskedFor() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        let seen = try #require(easel.plan?.strokesSeenAt)
        #expect(seen == easel.requests.last.map { max($0.width, $0.height) })
        for _ in 0..<3 { easel.press(.tab) }
        easel.press(.right)
        #expect(easel.plan?.strokesSeenAt == nil)
        easel.press(.enter)
        try easel.answerPlan()
        #expect(easel.begunExports.map(\.strokesSeenAt) == [nil])
        // The next form remembers, and so does a zoomed view.
        easel.type("z")
        let details = easel.effects.compactMap { effect -> DetailRequest? in
            if case .paintDetail(let request) = effect { request } else { nil }
        }
        #expect(details.map(\.strokesSeenAt) == [nil])
    }

    @Test func aZoomedViewShowsTheStrokesOfTheExport() throws {
        var easel = try Easel.furnished()
        easel.type("z")
        let details = easel.effects.compactMap { effect -> DetailRequest? in
            if case .paintDetail(let request) = effect { request } else { nil }
        }
        #expect(details.count == 1)
        #expect(details.first?.strokesSeenAt == easel.requests.last.map { max($0.width, $0.height) })
    }
}
