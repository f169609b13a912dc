import Foundation
import StyleTransfer
import Testing

/// `pastiche styles`.
@Suite struct StylesTests {
    @Test func theTableIsAligned() throws {
        let outcome = try BuiltProgram.run(["styles"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        let lines = outcome.text.split(separator: "\n").map(String.init)
        let library = try StyleLibrary.shipped()
        try #require(lines.count == library.styles.count + 1)
        let title = try #require(lines[0].range(of: "TITLE")).lowerBound
        let column = lines[0].distance(from: lines[0].startIndex, to: title)
        for (line, style) in zip(lines.dropFirst(), library.styles) {
            #expect(line.hasPrefix(style.id + " "))
            #expect(line.dropFirst(column).hasPrefix(style.title))
            #expect(!line.hasSuffix(" "))
        }
    }

    @Test func onlyPaintingNeedsKernels() throws {
        let folder = try TemporaryFolder()
        let environment = ["PASTICHE_KERNELS": "quantum"]
        #expect(try BuiltProgram.run(["styles"], in: folder, environment: environment).status == 0)
        try ShippedPhotograph.small(in: folder, longSide: 32)
        let render = ["render", "photo.png", "-o", "out.png", "--mix", "kiss"]
        let outcome = try BuiltProgram.run(render, in: folder, environment: environment)
        #expect(outcome.status == 78)
        #expect(outcome.error.hasPrefix("pastiche: PASTICHE_KERNELS names the unknown kernels quantum"))
        #expect(try folder.contents() == ["photo.png"])
    }

    @Test func theJSONNamesEveryStyle() throws {
        struct Entry: Decodable {
            let id, title, artist, year, medium, licence: String
        }
        let outcome = try BuiltProgram.run(["styles", "--json"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        let entries = try JSONDecoder().decode([Entry].self, from: Data(outcome.output))
        #expect(entries.map(\.id) == (try StyleLibrary.shipped().styles.map(\.id)))
        #expect(entries.allSatisfy { !$0.title.isEmpty && !$0.licence.isEmpty })
    }
}
