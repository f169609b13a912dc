import Foundation
import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct MomentTests {
    /// Two moments: three styles at 50 %, and the third at 100 %.
    private func pinned(width: Int = 80, height: Int = 24) throws -> Easel {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type(".x.")
        return easel
    }

    @Test func aMomentBringsBackTheWholePalette() throws {
        var easel = try pinned()
        #expect(easel.model.strip.moments.map(\.number) == [1, 2])
        easel.type("mkgd")
        let changed = easel.model.palette
        easel.type("th")
        easel.press(.enter)
        #expect(easel.model.palette.entries.map(\.weight) == [50, 50, 50])
        #expect(easel.model.palette.entries.allSatisfy { !$0.isMuted && !$0.isLocked })
        easel.type("u")
        #expect(easel.model.palette == changed)
        easel.press(.character("r"), control: true)
        #expect(easel.model.palette.entries.map(\.weight) == [50, 50, 50])
    }

    @Test func theSameMomentIsNotPinnedTwice() throws {
        var easel = try pinned()
        easel.type(".")
        #expect(easel.model.strip.moments.count == 2)
        #expect(easel.model.message?.text.contains("moment 2") == true)
    }

    @Test func removingCanBeUndone() throws {
        var easel = try pinned()
        let moments = easel.model.strip.moments
        easel.type("thd")
        #expect(easel.model.strip.moments == [moments[1]])
        #expect(easel.model.palette.entries.count == 3)
        easel.type("u")
        #expect(easel.model.strip.moments == moments)
        easel.press(.character("r"), control: true)
        #expect(easel.model.strip.moments == [moments[1]])
        // A number is never given twice.
        easel.type("td")
        easel.press(.tab)
        easel.type("u.")
        #expect(Set(easel.model.strip.moments.map(\.number)).count == easel.model.strip.moments.count)
    }

    @Test func thePhotographComesBackWithItsMoment() throws {
        var easel = try pinned()
        easel.send(.photographOpened(path: "/p/other.jpg", width: 300, height: 200))
        easel.type("t")
        easel.press(.enter)
        #expect(easel.latest.contains(.openPhotograph(path: "/home/ada/pictures/harbour.jpg")))
        easel.send(.photographOpened(path: "/home/ada/pictures/harbour.jpg", width: 640, height: 427))
        easel.type("u")
        #expect(easel.latest.contains(.openPhotograph(path: "/p/other.jpg")))
        easel.send(.photographOpened(path: "/p/other.jpg", width: 300, height: 200))
        // Opening it was a step too.
        easel.type("u")
        #expect(easel.latest.contains(.openPhotograph(path: "/home/ada/pictures/harbour.jpg")))
        easel.send(.photographFailed(message: "gone"))
        #expect(easel.model.history.photograph == "/p/other.jpg")
        #expect(easel.model.photograph?.path == "/p/other.jpg")
    }

    @Test func momentsOfAnotherPhotographKeepTheirPicture() throws {
        var easel = try pinned(width: 120, height: 40)
        easel.send(.photographOpened(path: "/p/other.jpg", width: 300, height: 200))
        easel.paint()
        easel.type(".t")
        let moments = easel.model.strip.moments
        let pictures = easel.draw().placements.dropFirst().map(\.picture)
        let harbour = "/home/ada/pictures/harbour.jpg"
        #expect(
            pictures == [
                .keepsake(moments[0].palette.recipe, photograph: harbour),
                .keepsake(moments[1].palette.recipe, photograph: harbour), .trial(moments[2].palette.recipe),
            ])
        easel.send(.photographOpened(path: harbour, width: 640, height: 427))
        easel.paint()
        #expect(
            easel.draw().placements.dropFirst().map(\.picture) == [
                .trial(moments[0].palette.recipe), .trial(moments[1].palette.recipe),
                .keepsake(moments[2].palette.recipe, photograph: "/p/other.jpg"),
            ])
    }

    @Test func aPhotographThatWasNotOpenIsNamed() throws {
        let session = try pinned().model.session
        var easel = try Easel(width: 80, height: 24)
        easel.send(.photographOpened(path: "/p/other.jpg", width: 300, height: 200))
        easel.send(.sessionRestored(SessionOffer(session: session, time: "14:05")))
        easel.send(.photographFailed(message: "gone"))
        easel.paint()
        easel.type("t")
        let screen = easel.draw()
        #expect(screen.faults == [])
        #expect(screen.placements.count == 1)
        let strip = try #require(Layout(easel.model).moments(easel.model).first)
        let row = strip.picture.row + (strip.picture.height - 1) / 2
        #expect(screen.cells[row].map(\.text).joined().contains("harbour.jpg"))
        #expect(screen.styles(ofRow: row).contains(TextStyle(.dim)))
    }

    @Test func tShowsGoesToAndHides() throws {
        var easel = try pinned()
        let whole = Layout(easel.model).easel.height
        easel.type("t")
        #expect(easel.model.panel == .moments)
        #expect(Layout(easel.model).easel.height < whole)
        #expect(easel.draw().placements.filter { if case .trial = $0.picture { true } else { false } }.count == 2)
        easel.press(.tab)
        #expect(easel.model.panel == .palette)
        easel.type("t")
        #expect(easel.model.panel == .moments)
        easel.type("t")
        #expect(!easel.model.strip.isShown)
        #expect(easel.model.panel == .palette)
        #expect(Layout(easel.model).easel.height == whole)
        for _ in 0..<5 { easel.press(.tab) }
        #expect(easel.model.panel == .palette)
    }

    @Test func theMouseChoosesRestoresRemovesAndPins() throws {
        var easel = try pinned()
        easel.type("t")
        let places = Layout(easel.model).moments(easel.model)
        easel.mouse(.press, row: places[0].picture.row, column: places[0].picture.column + 2)
        #expect(easel.model.strip.selected?.number == 1)
        #expect(easel.model.palette.entries[2].weight == 100)
        easel.mouse(.press, row: places[0].picture.row, column: places[0].picture.column + 2)
        #expect(easel.model.palette.entries[2].weight == 50)
        easel.mouse(.press, row: places[1].remove.row, column: places[1].remove.column)
        #expect(easel.model.strip.moments.map(\.number) == [1])
        easel.type("u")
        easel.type("9")
        easel.press(.tab)
        easel.type("3")
        let row = try #require(Layout(easel.model).strip).row
        let head = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)[row]
        let pin = try #require(head.range(of: ". pin"))
        easel.mouse(.press, row: row, column: head.distance(from: head.startIndex, to: pin.lowerBound))
        #expect(easel.model.strip.moments.count == 3)
    }
}

@Suite struct SessionModelTests {
    private func keeping() throws -> Easel {
        var easel = try Easel.furnished()
        #expect(easel.model.keepSession() == [.findSession])
        return easel
    }

    @Test func changesAreKeptTogetherAfterAPause() throws {
        var easel = try keeping()
        easel.effects = []
        easel.press(.up)
        #expect(easel.effects.isEmpty)
        easel.type("ll.")
        let pauses = easel.effects.filter { if case .wake(.autosave, _) = $0 { true } else { false } }
        #expect(pauses.count == 1)
        easel.send(.woken(.autosave))
        #expect(easel.latest.contains(.saveSession(easel.model.session)))
        #expect(easel.model.session.moments.count == 1)
        easel.effects = []
        easel.press(.up)
        #expect(easel.effects.isEmpty)
        easel.type("l")
        #expect(easel.effects.contains { if case .wake(.autosave, _) = $0 { true } else { false } })
    }

    @Test func aSessionThatWasCutOffGoesOn() throws {
        var before = try Easel.furnished()
        before.type("x.k3g")
        let session = before.model.session
        var easel = try Easel()
        easel.send(.photographOpened(path: "/p/other.jpg", width: 30, height: 20))
        _ = easel.model.keepSession()
        easel.send(.sessionFound(SessionOffer(session: session, time: "14:05")))
        #expect(easel.draw().text.contains("14:05"))
        easel.type("y")
        #expect(easel.latest.contains(.acceptSession))
        #expect(easel.latest.contains(.openPhotograph(path: "/home/ada/pictures/harbour.jpg")))
        #expect(easel.model.palette == before.model.palette)
        #expect(easel.model.strip.moments == before.model.strip.moments)
        #expect(easel.model.dialog == nil)
        easel.send(.photographOpened(path: "/home/ada/pictures/harbour.jpg", width: 640, height: 427))
        #expect(easel.model.session == session)
        easel.type("u")
        #expect(!easel.model.palette.entries[1].isLocked)
    }

    @Test func aDeclinedSessionIsTheUsersToBringBack() throws {
        var before = try Easel.furnished()
        before.type("x.")
        let offer = SessionOffer(session: before.model.session, time: "14:05")
        var easel = try Easel.furnished()
        let palette = easel.model.palette
        easel.send(.sessionFound(offer))
        easel.type("n")
        #expect(easel.latest.contains(.declineSession))
        #expect(easel.model.palette == palette)
        easel.type("R")
        #expect(easel.latest.contains(.restoreSession))
        easel.send(.sessionRestored(offer))
        #expect(easel.model.palette == before.model.palette)
        #expect(easel.model.strip.moments.count == 1)
        // Twice is no more than once.
        easel.send(.sessionRestored(offer))
        #expect(easel.model.strip.moments.count == 1)
        easel.type("u")
        easel.type("u")
        #expect(easel.model.palette == palette)
    }

    @Test func theQuestionLiesOverWhatIsOpen() throws {
        var easel = try Easel()
        easel.type("w")
        easel.send(.folderListed(path: "/home/ada/pictures", folders: [], photographs: ["a.png"]))
        easel.type("f")
        let dialog = easel.model.dialog
        easel.send(.sessionFound(SessionOffer(session: Session(), time: "14:05")))
        easel.press(.escape)
        #expect(easel.model.dialog == dialog)
        easel.send(.sessionMissing)
        #expect(easel.model.message?.text.contains("no earlier session") == true)
    }

    @Test func stylesThatAreNotHereAreLeftOut() throws {
        var palette = Palette()
        palette.entries = [.init(style: "lost", weight: 50), .init(style: "scream", weight: 20)]
        let moment = Moment(number: 1, time: "09:00", photograph: nil, palette: palette)
        var easel = try Easel()
        easel.send(
            .sessionFound(
                SessionOffer(
                    session: Session(
                        palette: palette, past: [.init(palette: palette, photograph: nil)], moments: [moment]),
                    time: "09:00")))
        easel.type("y")
        #expect(easel.model.palette.entries.map(\.style) == ["scream"])
        #expect(easel.model.strip.moments.map { $0.palette.entries.map(\.style) } == [["scream"]])
        easel.press(.escape)
        easel.type("u")
        #expect(easel.model.palette.entries.map(\.style) == ["scream"])
    }
}
