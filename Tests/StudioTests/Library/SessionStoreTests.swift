import Files
import Foundation
import Studio
import StyleTransfer
import Testing

@Suite struct SessionStoreTests {
    private func palette(_ styles: [String: Int]) -> Palette {
        var palette = Palette()
        palette.entries = styles.sorted { $0.key < $1.key }.map { .init(style: $0.key, weight: $0.value) }
        return palette
    }

    private var session: Session {
        var mixed = palette(["scream": 50, "kiss": 100])
        mixed.entries[0].isMuted = true
        mixed.entries[1].isLocked = true
        mixed.strength = 120
        mixed.stroke = 320
        mixed.keptColours = 70
        mixed.colourWay = .overall
        let moment = Moment(number: 3, time: "14:05", photograph: "/p/夜.jpg", palette: palette(["kiss": 7]))
        return Session(
            photograph: "/p/a.jpg", palette: mixed,
            past: [
                .init(palette: Palette(), photograph: nil),
                .init(palette: mixed, photograph: "/p/a.jpg", removed: .init(moment: moment, index: 1)),
            ], future: [.init(palette: palette(["udnie": 1]), photograph: "/p/b.jpg")], moments: [moment], lastNumber: 4
        )
    }

    private func newest(_ store: SessionStore, onlyCutOff: Bool = true) throws -> SessionStore.Found? {
        try store.newest(onlyCutOff: onlyCutOff) { Issue.record("\($0)") }
    }

    @Test func comesBackAsItWas() throws {
        let folder = try TemporaryFolder()
        var store: SessionStore? = SessionStore(folder: folder.path + "/s", name: "1")
        try store?.save(session)
        // As after kill -9: the lock is gone with the program, the file stays.
        store = nil
        let found = try #require(try newest(SessionStore(folder: folder.path + "/s", name: "2")))
        #expect(found.session == session)
        #expect(!found.isEnded)
    }

    @Test func twoStudiosLeaveEachOtherAlone() throws {
        let folder = try TemporaryFolder()
        var first = SessionStore(folder: folder.path, name: "1")
        var second = SessionStore(folder: folder.path, name: "2")
        try first.save(session)
        try second.save(Session(palette: palette(["kiss": 1])))
        #expect(try newest(first, onlyCutOff: false) == nil)
        #expect(try newest(second, onlyCutOff: false) == nil)
        try first.save(Session(palette: palette(["kiss": 2])))
        #expect(try folder.files.filter { $0.hasSuffix(".json") } == ["1.json", "2.json"])
    }

    @Test func whatTheUserEndedIsOnlyThereOnDemand() throws {
        let folder = try TemporaryFolder()
        var store: SessionStore? = SessionStore(folder: folder.path, name: "1")
        try store?.save(session, isEnded: true)
        store = nil
        let next = SessionStore(folder: folder.path, name: "2")
        #expect(try newest(next) == nil)
        #expect(try newest(next, onlyCutOff: false)?.session == session)
    }

    @Test func whatWasDeclinedStays() throws {
        let folder = try TemporaryFolder()
        var store: SessionStore? = SessionStore(folder: folder.path, name: "1")
        try store?.save(session)
        store = nil
        let next = SessionStore(folder: folder.path, name: "2")
        try next.decline(#require(try newest(next)))
        #expect(try newest(next) == nil)
        #expect(try newest(next, onlyCutOff: false)?.session == session)
    }

    @Test func whatGoesOnIsGoneOnlyAfterItWasKeptAnew() throws {
        let folder = try TemporaryFolder()
        var store: SessionStore? = SessionStore(folder: folder.path, name: "1")
        try store?.save(session)
        store = nil
        var next: SessionStore? = SessionStore(folder: folder.path, name: "2")
        let found = try #require(try next.flatMap { try newest($0) })
        next?.adopt(found)
        #expect(try folder.files.contains("1.json"))
        try next?.save(session)
        #expect(try folder.files.filter { $0.hasSuffix(".json") } == ["2.json"])
    }

    @Test func nothingIsKeptOfNothing() throws {
        let folder = try TemporaryFolder()
        var store = SessionStore(folder: folder.path + "/s", name: "1")
        try store.save(Session(photograph: "/p/a.jpg"), isEnded: true)
        #expect(try folder.files == [])
        try store.save(session)
        try store.save(Session())
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/s").contains("1.json"))
    }

    @Test(arguments: ["", "{", "[]", "{\"version\": 1}", "{\"version\": \"x\"}", "\u{0}\u{1}"])
    func brokenFilesAreSetAsideAndTheNextOneIsFound(text: String) throws {
        let folder = try TemporaryFolder()
        var store: SessionStore? = SessionStore(folder: folder.path, name: "1")
        try store?.save(session)
        store = nil
        try folder.write(text, "2.json")
        let future = Date.now.addingTimeInterval(60)
        try FileManager.default.setAttributes([.modificationDate: future], ofItemAtPath: folder.path + "/2.json")
        var problems: [String] = []
        let found = SessionStore(folder: folder.path, name: "3").newest(onlyCutOff: true) {
            problems.append("\($0)")
        }
        #expect(found?.session == session)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("2.json.broken") == true)
        #expect(try folder.read("2.json.broken") == text)
    }

    @Test func aLaterVersionIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("{\"version\": 2}", "1.json")
        var problems: [String] = []
        let found = SessionStore(folder: folder.path, name: "3").newest(onlyCutOff: true) {
            problems.append("\($0)")
        }
        #expect(found == nil)
        #expect(problems.first?.contains("update pastiche") == true)
        #expect(try folder.read("1.json") == "{\"version\": 2}")
    }

    @Test func weightsFromOutsideAreTakenIntoTheirRange() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            {"version": 1, "ended": false, "mix": {"strength": 900, "stroke": -3, "keptColours": 700, "colourWay": "none", "styles": [
              {"style": "kiss", "weight": -5}, {"style": "kiss", "weight": 7}, {"style": "scream", "weight": 700}]},
             "moments": [], "lastMoment": 0, "past": [], "future": []}
            """, "1.json")
        let found = try #require(try newest(SessionStore(folder: folder.path, name: "2")))
        #expect(found.session.palette.entries.map(\.weight) == [0, 100])
        #expect(found.session.palette.strength == 150)
        #expect(found.session.palette.stroke == nil)
        #expect(found.session.palette.keptColours == 100)
        #expect(found.session.palette.colourWay == .place)
    }

    @Test func timesAreSaidWithTheirDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        let texts = [0, -86_400, -3 * 86_400].map {
            clockText(now.addingTimeInterval($0), now: now, calendar: calendar)
        }
        #expect(texts == ["11:06", "yesterday, 11:06", "15 Nov, 11:06"])
    }
}
