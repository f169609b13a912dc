import Studio
import TerminalGraphics
import Testing

@Suite struct ModelMouseTests {
    @Test func aDragMovesTheSliderAndIsOneStep() throws {
        var easel = try Easel.furnished()
        let track = try #require(Layout(easel.model).entries(easel.model).first).track
        let steps = easel.model.history.past.count
        easel.mouse(.press, row: track.row, column: track.column + track.width / 2)
        #expect(easel.model.focus.index == 0)
        for column in track.column..<track.column + track.width {
            easel.mouse(.drag, row: track.row + 3, column: column)
        }
        #expect(easel.model.palette.entries[0].weight == 100)
        easel.mouse(.drag, row: 0, column: 0)
        #expect(easel.model.palette.entries[0].weight == 0)
        easel.mouse(.drag, row: 0, column: 79)
        easel.mouse(.release, row: 0, column: 79)
        #expect(easel.model.palette.entries[0].weight == 100)
        #expect(easel.model.history.past.count == steps + 1)
        easel.mouse(.drag, row: track.row, column: track.column)
        #expect(easel.model.palette.entries[0].weight == 100)
        easel.type("u")
        #expect(easel.model.palette.entries[0].weight == 50)
    }

    @Test func theWheelTurnsTheSliderBelowIt() throws {
        var easel = try Easel.furnished()
        let entry = Layout(easel.model).entries(easel.model)[1]
        easel.mouse(.scrollUp, row: entry.track.row, column: entry.track.column + 3)
        #expect(easel.model.palette.entries.map(\.weight) == [50, 55, 50])
        let strength = Layout(easel.model).strengthTrack
        easel.mouse(.scrollDown, row: strength.row, column: strength.column)
        #expect(easel.model.palette.strength == 95)
    }

    @Test func lettersMuteAndSolo() throws {
        var easel = try Easel.furnished()
        let entry = Layout(easel.model).entries(easel.model)[0]
        easel.mouse(.press, row: entry.mute.row, column: entry.mute.column)
        #expect(easel.model.palette.entries[0].isMuted)
        easel.mouse(.press, row: entry.solo.row, column: entry.solo.column)
        #expect(easel.model.palette.entries[0].isSoloed)
        #expect(easel.model.recipe.parts.isEmpty)
    }

    @Test func hintsAreButtons() throws {
        var easel = try Easel.furnished()
        let line = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)[23]
        let hint = try #require(line.range(of: "a add"))
        easel.mouse(.press, row: 23, column: line.distance(from: line.startIndex, to: hint.lowerBound) + 2)
        guard case .styles = easel.model.dialog else {
            Issue.record("the style chooser did not open")
            return
        }
    }

    @Test func aRowIsSelectedAndThenTaken() throws {
        var easel = try Easel.furnished()
        easel.type("a")
        let rows = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.firstIndex { $0.contains("La Calanque") })
        easel.mouse(.press, row: row, column: 10)
        #expect(easel.model.palette.entries.count == 3)
        easel.mouse(.press, row: row, column: 10)
        #expect(easel.model.palette.entries.last?.style == "la-calanque")
    }

    @Test func everyCellOfATrackGivesAValueInOrder() throws {
        var easel = try Easel.furnished()
        let track = Layout(easel.model).strengthTrack
        var last = -1
        for column in track.column..<track.column + track.width {
            easel.mouse(.press, row: track.row, column: column)
            easel.mouse(.release, row: track.row, column: column)
            #expect(easel.model.palette.strength > last)
            last = easel.model.palette.strength
        }
        #expect(last == 150)
    }
}
