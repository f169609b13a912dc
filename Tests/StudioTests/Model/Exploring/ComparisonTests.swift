import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct ComparisonTests {
    private func comparison(_ easel: Easel) throws -> Comparison {
        guard case .comparison(let comparison) = easel.model.dialog else {
            throw Problem("nothing is compared")
        }
        return comparison
    }

    private struct Problem: Error {
        init(_ text: String) {}
    }

    private func shown(_ easel: Easel) -> Division? {
        easel.draw().placements.lazy.compactMap { placement in
            if case .divided(let division) = placement.picture { division } else { nil }
        }.first
    }

    @Test func beginsWithTheOriginalBesideThePastiche() throws {
        var easel = try Easel.furnished()
        easel.type("|")
        let division = try #require(shown(easel))
        #expect(division.left == .original)
        #expect(division.right == .pastiche)
        #expect(division.divider == 500)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
    }

    @Test func keysMoveTheDivider() throws {
        var easel = try Easel.furnished()
        easel.type("|l")
        #expect(try comparison(easel).divider == 550)
        easel.type("hhH")
        #expect(try comparison(easel).divider == 440)
        easel.press(.right, shift: true)
        #expect(try comparison(easel).divider == 450)
        easel.press(.end)
        easel.type("l")
        #expect(try comparison(easel).divider == 1000)
        easel.type("3")
        #expect(try comparison(easel).divider == 300)
        easel.type("0h")
        #expect(try comparison(easel).divider == 0)
        #expect(shown(easel)?.divider == 0)
    }

    @Test func theMouseDragsTheDivider() throws {
        var easel = try Easel.furnished()
        easel.type("|")
        let picture = try #require(Layout(easel.model).comparisonPictures(easel.model).first)
        easel.mouse(.drag, row: picture.row, column: picture.column)
        #expect(try comparison(easel).divider == 500)
        easel.mouse(.press, row: picture.row + 1, column: picture.column + picture.width - 1)
        #expect(try comparison(easel).divider == 1000)
        easel.mouse(.drag, row: 0, column: 0)
        #expect(try comparison(easel).divider == 0)
        easel.mouse(.release, row: 0, column: 0)
        easel.mouse(.drag, row: picture.row, column: picture.column + 5)
        #expect(try comparison(easel).divider == 0)
        easel.mouse(.scrollDown, row: picture.row, column: picture.column)
        #expect(try comparison(easel).divider == 10)
    }

    @Test func slidersStayAtHandForTheMouse() throws {
        var easel = try Easel.furnished()
        easel.type("|")
        let before = try #require(shown(easel))
        let track = try #require(Layout(easel.model).entries(easel.model).first).track
        easel.mouse(.press, row: track.row, column: track.column)
        easel.mouse(.drag, row: track.row, column: track.column + track.width - 1)
        easel.mouse(.release, row: track.row, column: track.column)
        #expect(easel.model.palette.entries[0].weight == 100)
        easel.paint()
        let after = try #require(shown(easel))
        #expect(after.frame > before.frame)
        #expect(after.divider == before.divider)
    }

    @Test func sidesSwap() throws {
        var easel = try Easel.furnished()
        easel.type("|s")
        #expect(try comparison(easel).left == .pastiche)
        #expect(try comparison(easel).right == .original)
    }

    @Test func otherPairsAreTheMixBeforeAndThePreset() throws {
        var easel = try Easel.furnished()
        easel.send(.presetSaved(Preset(name: "Blue hour", recipe: easel.model.recipe)))
        let saved = easel.model.recipe
        easel.type("lx]")
        let before = try #require(easel.model.history.past.last).palette.recipe
        easel.type("|")
        easel.press(.tab)
        #expect(try comparison(easel).left == .recipe(before, name: "before"))
        #expect(try comparison(easel).right == .pastiche)
        easel.press(.tab)
        #expect(try comparison(easel).left == .recipe(saved, name: "Blue hour"))
        easel.type("s")
        easel.press(.tab)
        #expect(try comparison(easel).left == .original)
    }

    @Test func bothCanBeSeenWhole() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type("|b")
        let placements = easel.draw().placements
        #expect(placements.map(\.picture) == [.original, .pastiche])
        #expect(placements[0].rectangle.width == placements[1].rectangle.width)
        easel.type("b")
        #expect(shown(easel) != nil)
    }

    @Test func withoutAPhotographThereIsAWayOn() throws {
        var easel = try Easel()
        easel.type("|")
        #expect(easel.model.dialog == nil)
        #expect(easel.model.message != nil)
    }
}
