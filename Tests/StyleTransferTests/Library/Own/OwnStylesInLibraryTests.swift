import Files
import Foundation
import Imaging
import StyleTransfer
import Testing

@Suite struct OwnStylesInLibraryTests {
    private let home = NSTemporaryDirectory() + "pastiche-home-" + UUID().uuidString
    private let directories: UserDirectories
    private let store: OwnStyleStore
    private let shipped: StyleLibrary

    init() throws {
        directories = UserDirectories(environment: ["HOME": home])
        store = OwnStyleStore(directories: directories)
        shipped = try .shipped()
    }

    private func clean() { try? FileManager.default.removeItem(atPath: home) }

    @Test func paintLikeTheRowsTheyAreMadeOfAndChangeNoOther() throws {
        defer { clean() }
        try store.save(.copy(of: "great-wave", in: shipped, id: "my-wave"))
        let library = try StyleLibrary.installed(directories: directories)
        #expect(library.problems.isEmpty)
        #expect(library.styles.dropLast() == shipped.styles[...])
        let own = try library.requireStyle("my-wave")
        #expect(own.isOwn && own.title == "Oma's garden")
        #expect(try library.swatch(of: own) == shipped.swatch(of: shipped.requireStyle("great-wave")))

        var photograph = Picture(width: 40, height: 28)
        for index in photograph.samples.indices { photograph.samples[index] = Float(index * 7 % 256) / 255 }
        func painted(_ style: String, by library: StyleLibrary, stroke: Float? = nil) throws -> Picture {
            let recipe = Recipe(parts: [Recipe.Part(style: style, weight: 1)], stroke: stroke)
            return try PictureExport.paint(photograph, recipe, library: library, threads: 1)
        }
        for stroke in [nil, Float(230)] {
            let wave = try painted("great-wave", by: shipped, stroke: stroke)
            #expect(try painted("my-wave", by: library, stroke: stroke) == wave)
            #expect(try painted("great-wave", by: library, stroke: stroke) == wave)
        }
    }

    @Test func takenNamesAndStylesOfOtherNetworksAreLeftOut() throws {
        defer { clean() }
        try store.save(.copy(of: "kiss", in: shipped, id: "kiss"))
        let known = try OwnStyle.copy(of: "kiss", in: shipped, id: "mine")
        try store.save(
            OwnStyle(
                id: "foreign", title: "", network: "0123456789abcdef", rows: known.rows, swatch: known.swatch,
                picture: []))
        let library = try StyleLibrary.installed(directories: directories)
        #expect(library.styles == shipped.styles)
        #expect(
            library.problems.map { $0 as? OwnStyleError } == [
                .otherNetwork(path: store.folder + "/foreign.pastiche-style", id: "foreign"),
                .repeated(path: store.folder + "/kiss.pastiche-style", id: "kiss"),
            ])
        #expect(throws: OwnStyleError.taken(id: "kiss")) { try library.checkOwnName("kiss") }
        #expect(throws: Never.self) { try library.checkOwnName("mine") }
    }

    @Test func theNetworkIsToldByItsConvolutionsNotByItsRows() throws {
        defer { clean() }
        try store.save(.copy(of: "kiss", in: shipped, id: "mine"))
        let library = try StyleLibrary.installed(directories: directories)
        #expect(library.weights.architecture.rows == shipped.weights.architecture.rows + 3)
        #expect(library.weights.fingerprint == shipped.weights.fingerprint)
        #expect(shipped.weights.fingerprint.count == 16)
    }
}
