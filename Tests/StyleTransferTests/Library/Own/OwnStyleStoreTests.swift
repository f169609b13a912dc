import Files
import Foundation
import StyleTransfer
import Testing

@Suite struct OwnStyleStoreTests {
    private let folder = NSTemporaryDirectory() + "pastiche-styles-" + UUID().uuidString
    private let store: OwnStyleStore
    private let style: OwnStyle

    init() throws {
        store = OwnStyleStore(folder: folder)
        style = try .copy(of: "scream", in: .shipped(), id: "garden")
    }

    private func clean() { try? FileManager.default.removeItem(atPath: folder) }

    @Test func keepsFindsRenamesAndRemoves() throws {
        defer { clean() }
        #expect(try store.list().styles.isEmpty)
        try store.save(style)
        #expect(try store.list().styles == [style])
        #expect(throws: FileError.exists(path: folder + "/garden.pastiche-style")) { try store.save(style) }
        try store.save(style, replacing: true)

        try store.rename("garden", to: "meadow")
        #expect(try store.find("meadow").rows == style.rows)
        #expect(throws: OwnStyleError.unknown(id: "garden", known: ["meadow"])) { try store.find("garden") }
        // The obvious file is the renamed one's; the new one goes beside it.
        try store.save(style)
        #expect(try store.list().styles.map(\.id) == ["garden", "meadow"])
        #expect(throws: FileError.exists(path: folder + "/garden-2.pastiche-style")) {
            try store.rename("meadow", to: "garden")
        }
        try store.remove("meadow")
        #expect(try store.list().styles.map(\.id) == ["garden"])
        #expect(throws: OwnStyleError.badName("The Meadow")) { try store.rename("garden", to: "The Meadow") }
    }

    @Test func brokenAndRepeatedFilesAreNamedAndStay() throws {
        defer { clean() }
        try store.save(style)
        try writeAtomically(style.encoded(), to: folder + "/second.pastiche-style")
        try writeAtomically(Array(style.encoded().prefix(500)), to: folder + "/cut.pastiche-style")
        let listing = try store.list()
        #expect(listing.styles == [style])
        #expect(
            listing.problems == [
                .broken(path: folder + "/cut.pastiche-style", reason: "it is no style's file, or cut off"),
                .repeated(path: folder + "/second.pastiche-style", id: "garden"),
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    }

    @Test func aFileInPlaceOfTheFolderIsSaid() throws {
        defer { clean() }
        try writeAtomically([1], to: folder)
        #expect(throws: FileError.self) { try store.list() }
    }
}
