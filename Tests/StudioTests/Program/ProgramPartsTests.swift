import Files
import Foundation
import Studio
import StyleTransfer
import TerminalGraphics
import Testing

struct TimersTests {
    @Test func endInTheirOrder() {
        let start = ContinuousClock.now
        var timers = Timers()
        #expect(timers.next == nil)
        timers.add(.settle(motion: 1), milliseconds: 120, now: start)
        timers.add(.clearMessage(1), milliseconds: 50, now: start)
        #expect(timers.next == start + .milliseconds(50))
        #expect(timers.take(now: start + .milliseconds(49)).isEmpty)
        #expect(timers.take(now: start + .milliseconds(200)) == [.clearMessage(1), .settle(motion: 1)])
        #expect(timers.next == nil)
    }
}

struct ColourIndexTests {
    private func colour(_ text: String) throws -> Theme.Colour { try #require(Theme.Colour(text)) }

    @Test(arguments: [
        ("#000000", 16), ("#ffffff", 231), ("#ff0000", 196), ("#808080", 244), ("#1c1c1c", 234), ("#5f87af", 67),
    ])
    func findsTheNearestOf256(_ text: String, _ index: Int) throws {
        #expect(ColourIndex.nearest(to: try colour(text), count: 256) == index)
    }

    @Test func findsTheNearestOfFew() throws {
        #expect(ColourIndex.nearest(to: try colour("#f00000"), count: 16) == 9)
        #expect(ColourIndex.nearest(to: try colour("#f00000"), count: 8) == 1)
        #expect(ColourIndex.nearest(to: try colour("#123456"), count: 1 << 24) == 0x123456)
        #expect(ColourIndex.nearest(to: try colour("#000001"), count: 1 << 24) == 8)
    }
}

struct FolderListingTests {
    @Test func offersFoldersAndPhotographsInTheOrderOfPeople() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["Zoo", "album", ".hidden"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        for name in ["b10.JPG", "b9.jpg", "a.png", "notes.txt", ".secret.png", "c.JPEG", "png"] {
            try Data().write(to: folder.appendingPathComponent(name))
        }
        let listing = try FolderListing(of: folder.path)
        #expect(listing.folders == ["album", "Zoo"])
        #expect(listing.photographs == ["a.png", "b9.jpg", "b10.JPG", "c.JPEG"])
    }

    @Test func saysWhyAFolderCannotBeRead() {
        #expect(throws: FileError.self) { try FolderListing(of: "/no/such/folder") }
    }
}

struct ExportPlannerTests {
    @Test func looksAtTheDisk() throws {
        let folder = try TemporaryFolder()
        for name in ["1.jpg", "2.png", "2-pastiche.png"] { try folder.write("", name) }
        var easel = try Easel()
        easel.send(.photographOpened(path: folder.path + "/1.jpg", width: 4, height: 4))
        easel.type("e")
        easel.press(.tab)
        easel.press(.right)
        let plan = try #require(easel.plan)
        guard case .outputs(let outputs) = ExportPlanner.outlook(of: plan, day: .now) else {
            Issue.record("nothing was found")
            return
        }
        #expect(outputs.outputs.map(\.photograph) == [folder.path + "/1.jpg", folder.path + "/2.png"])
        #expect(outputs.existing == [folder.path + "/2-pastiche.png"])
    }

    @Test func saysWhatStandsInTheWay() throws {
        var easel = try Easel()
        easel.send(.photographOpened(path: "/no/such/folder/1.jpg", width: 4, height: 4))
        easel.type("e")
        let one = ExportPlanner.outlook(of: try #require(easel.plan), day: .now)
        guard case .problem(let unwritable) = one else {
            Issue.record("\(one)")
            return
        }
        #expect(unwritable.contains("/no/such/folder/1-pastiche.png"))
        easel.press(.tab)
        easel.press(.right)
        guard case .problem(let unreadable) = ExportPlanner.outlook(of: try #require(easel.plan), day: .now) else {
            Issue.record("a missing folder was listed")
            return
        }
        #expect(unreadable.contains("/no/such/folder"))
    }
}
