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

    @Test func bothSidesShowThePartThatIsInView() throws {
        var easel = try Easel.furnished()
        easel.type("zz")
        let viewport = easel.model.viewport
        #expect(!viewport.isWhole)
        easel.type("|")
        #expect(shown(easel)?.viewport == viewport)
        easel.type("z")
        #expect(try #require(shown(easel)).viewport.zoom > viewport.zoom)
        #expect(easel.draw().text.contains("original  3 ×"))
        easel.type("ZZZ")
        #expect(shown(easel)?.viewport == Viewport())
        #expect(!easel.draw().text.contains("×  "))
    }

    @Test func theViewMovesWhileTheDividerStays() throws {
        var easel = try Easel.furnished()
        easel.type("|zz")
        let before = try #require(shown(easel))
        easel.press(.right, control: true)
        easel.press(.down)
        let after = try #require(shown(easel))
        #expect(after.viewport.left > before.viewport.left)
        #expect(after.viewport.top > before.viewport.top)
        #expect(after.divider == before.divider)
        easel.type("<k")
        #expect(abs(try #require(shown(easel)).viewport.left - before.viewport.left) < 1e-9)
        #expect(abs(try #require(shown(easel)).viewport.top - before.viewport.top) < 1e-9)
        easel.type("l")
        #expect(try comparison(easel).divider == 550)
    }

    @Test func theWholePictureSaysHowToMoveIt() throws {
        var easel = try Easel.furnished()
        easel.type("|j")
        #expect(easel.model.viewport.isWhole)
        #expect(easel.model.message?.text.contains("z goes closer") == true)
    }

    @Test func theMouseMovesAZoomedPictureBesideTheDivider() throws {
        var easel = try Easel.furnished()
        easel.type("|zz")
        let picture = try #require(Layout(easel.model).comparisonPictures(easel.model).first)
        let before = easel.model.viewport
        easel.mouse(.press, row: picture.row + 4, column: picture.column + 4)
        easel.mouse(.drag, row: picture.row + 2, column: picture.column + 1)
        easel.mouse(.release, row: picture.row + 2, column: picture.column + 1)
        #expect(easel.model.viewport.left > before.left)
        #expect(easel.model.viewport.top > before.top)
        #expect(try comparison(easel).divider == 500)
        easel.mouse(.press, row: picture.row + 2, column: picture.column + picture.width / 2)
        easel.mouse(.drag, row: picture.row + 2, column: picture.column)
        #expect(try comparison(easel).divider == 0)
        easel.mouse(.release, row: picture.row + 2, column: picture.column)
        easel.mouse(.scrollUp, row: picture.row + 2, column: picture.column + 9)
        #expect(easel.model.viewport.zoom == 3)
    }

    @Test func theSharpPasticheReplacesThePreview() throws {
        var easel = try Easel.furnished()
        easel.type("|z")
        let request = try #require(
            easel.effects.lazy.compactMap { if case .paintDetail(let request) = $0 { request } else { nil } }.first)
        #expect(shown(easel)?.detail == 0)
        easel.send(.detail(.ready, request: request.number))
        #expect(shown(easel)?.detail == request.number)
        easel.type("Z")
        #expect(shown(easel)?.detail == 0)
    }

    @Test func anotherMixIsZoomedToo() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type("]|b")
        easel.press(.tab)
        let before = try #require(easel.model.history.past.last).palette.recipe
        #expect(easel.draw().placements.map(\.picture) == [.trial(before), .pastiche])
        easel.type("z")
        let placements = easel.draw().placements.map(\.picture)
        guard case .divided(let division) = placements.first else { throw Problem("nothing is divided") }
        #expect(division.left == .recipe(before, name: "before"))
        #expect(division.divider == Comparison.dividerRange.upperBound)
        #expect(division.viewport == easel.model.viewport)
        #expect(placements.last == .pastiche)
    }

    @Test func withoutAPhotographThereIsAWayOn() throws {
        var easel = try Easel()
        easel.type("|")
        #expect(easel.model.dialog == nil)
        #expect(easel.model.message != nil)
    }
}
