import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// The slider of the photograph's colours.
@Suite struct ColoursTests {
    @Test func parenthesesKeepMoreAndLess() throws {
        var easel = try Easel.furnished()
        easel.type(")))")
        #expect(easel.model.recipe.keptColours == KeptColours(amount: 0.15))
        easel.type("(")
        #expect(easel.model.recipe.keptColours == KeptColours(amount: 0.1))
        easel.type("u")
        #expect(easel.model.recipe.keptColours == .none)
    }

    @Test func theFocusGoesDownToTheColoursAndBack() throws {
        var easel = try Easel.furnished()
        easel.type("jjjjjj")
        #expect(easel.model.panel == .colours)
        easel.type("x")
        #expect(easel.model.recipe.keptColours.amount == 1)
        easel.type("kk")
        #expect(easel.model.panel == .strength)
        easel.type("k")
        #expect(easel.model.panel == .palette)
    }

    @Test(arguments: [24, 40]) func theMouseDragsThemAndChoosesTheWay(height: Int) throws {
        var easel = try Easel.furnished(width: 100, height: height)
        let slider = try #require(Layout(easel.model).mixSliders.last)
        #expect(slider.slider == .colours)
        #expect(Layout(easel.model).colourWay(easel.model) == nil)
        easel.mouse(.press, row: slider.track.row, column: slider.track.column + slider.track.width - 1)
        easel.mouse(.release, row: slider.track.row, column: slider.track.column)
        #expect(easel.model.recipe.keptColours == KeptColours(amount: 1))
        let way = try #require(Layout(easel.model).colourWay(easel.model))
        #expect(easel.draw().text.contains(" by place "))
        easel.mouse(.press, row: way.row, column: way.column + 1)
        #expect(easel.model.recipe.keptColours == KeptColours(amount: 1, by: .overall))
        #expect(easel.draw().text.contains(" overall "))
        easel.mouse(.scrollDown, row: slider.track.row, column: slider.track.column)
        #expect(easel.model.palette.keptColours == 95)
    }

    @Test func theWayIsAStepOfItsOwnAndIsSaidWhileNothingIsKept() throws {
        var easel = try Easel.furnished()
        easel.type("C")
        #expect(easel.model.palette.colourWay == .overall)
        #expect(easel.model.recipe.keptColours == .none)
        #expect(easel.model.message?.text == "Colours will be kept overall; ) keeps more of them.")
        easel.type(")")
        #expect(easel.model.recipe.keptColours == KeptColours(amount: 0.05, by: .overall))
        easel.type("C")
        #expect(easel.model.recipe.keptColours.way == .place)
        easel.type("uuu")
        #expect(easel.model.palette.colourWay == .place && easel.model.palette.keptColours == 0)
    }

    @Test func aPresetBringsItsColours() throws {
        var easel = try Easel.furnished()
        var recipe = easel.model.recipe
        recipe.keptColours = KeptColours(amount: 0.7, by: .overall)
        easel.type("p")
        easel.send(.presetsListed([Preset(name: "Dusk", recipe: recipe)], problems: []))
        #expect(easel.draw().text.contains("colours 70 %"))
        easel.press(.enter)
        #expect(easel.model.recipe.keptColours == recipe.keptColours)
        easel.type("C")
        easel.type("u")
        #expect(easel.model.recipe.keptColours == recipe.keptColours)
    }

    @Test func thePadAndItsPicturesKeepThem() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type("))")
        easel.type("b")
        easel.press(.right)
        #expect(easel.model.recipe.keptColours.amount == 0.1)
        easel.type("(")
        #expect(easel.model.recipe.keptColours.amount == 0.05)
    }

    @Test func everySliderIsInSightInTheSmallestWindow() throws {
        var easel = try Easel.furnished(width: 60, height: 20)
        easel.type(")")
        let text = easel.draw().text
        for word in ["Strength", "Strokes", "Colours", "by place"] { #expect(text.contains(word)) }
        let layout = Layout(easel.model)
        #expect(layout.entries(easel.model).count == 3)
        for slider in layout.mixSliders { #expect(slider.track.width >= 7) }
    }

    @Test func requestsCarryThem() throws {
        var easel = try Easel.furnished()
        easel.settle()
        easel.paint()
        easel.type(")")
        #expect(easel.requests.last?.recipe.keptColours.amount == 0.05)
    }
}
