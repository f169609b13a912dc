import Foundation
import Imaging
import Studio
import StyleTransfer
import Testing

/// The real program in a pseudo-terminal, from its start to its end.
@Suite(.serialized)
struct StudioSessionTests {
    /// What two styles added by hand and a slider moved come to.
    private static let recipe = Recipe(parts: [
        .init(style: "starry-night", weight: 0.5), .init(style: "great-wave", weight: 0.9),
    ])

    @Test func paintsMixesKeepsAndExports() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let expected = try ExpectedPastiche(photograph: photograph)
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        let settings = terminal.settings
        try terminal.start([photograph], in: folder)

        // An empty palette is the photograph.
        try terminal.wait(forPicture: "the photograph") { try expected.likeness(of: $0, to: Recipe()) > 25 }
        #expect(terminal.settings != settings)

        try terminal.send("a/starry\r\r")
        try terminal.wait(forText: "Starry Night")
        try terminal.send("a/wave\r\r")
        try terminal.wait(forText: "Great Wave")
        let even = Recipe(parts: Self.recipe.parts.map { .init(style: $0.style, weight: 0.5) })
        try terminal.wait(forPicture: "both styles") { try expected.likeness(of: $0, to: even) > 25 }
        let before = try #require(terminal.picture)

        try terminal.send("9")
        try terminal.wait(forPicture: "the moved slider") {
            guard $0.size == before.size, $0 != before else { return false }
            return try expected.likeness(of: $0, to: Self.recipe) > 25
        }

        try terminal.send("wEvening\r")
        let presets = PresetStore(folder: folder.path(".data/pastiche/presets"))
        try terminal.wait(for: "the preset") { try !presets.list().presets.isEmpty }
        try terminal.wait(forShownText: "Saved the mix")
        #expect(try presets.list().presets.map(\.name) == ["Evening"])
        #expect(try presets.list().presets.first?.recipe == Self.recipe)

        // The file is there a moment before the dialog closes.
        try terminal.wait(forText: "Saved the mix")

        let output = folder.path("painted.png")
        try terminal.send("e\u{15}\(output)\r")
        try terminal.wait(for: "the exported picture") { FileManager.default.fileExists(atPath: output) }
        let exported = try Picture.read(path: output)
        #expect(exported.size == (try Picture.read(path: photograph)).size)
        let recipe = try PaintingRecord.read(output).recipe
        #expect(recipe.normalisedParts == Self.recipe.normalisedParts)
        // The photograph is larger than the picture on the easel, and so are its strokes.
        #expect(recipe.stroke.map { $0 > 320 } == true)
        let full = try expected.painted(recipe, width: exported.width, height: exported.height)
        #expect(decibels(exported, full) > 40)

        try terminal.wait(forShownText: "Exported")
        try terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.settings == settings)
        #expect(terminal.isLeft)
        #expect(try folder.contents().filter { $0.contains(".pastiche-") } == [])
    }

    @Test func showsTheOriginalAndThePasticheInTurn() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let expected = try ExpectedPastiche(photograph: photograph)
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        try terminal.start([photograph, "--mix", "starry-night=0.5,great-wave=0.9"], in: folder)
        try terminal.wait(forPicture: "the pastiche") { try expected.likeness(of: $0, to: Self.recipe) > 25 }
        try terminal.send("o")
        try terminal.wait(forPicture: "the photograph") { try expected.likeness(of: $0, to: Recipe()) > 25 }
        var count = terminal.pictureCount
        try terminal.send("o")
        try terminal.wait(forPicture: "the pastiche again", after: count) {
            try expected.likeness(of: $0, to: Self.recipe) > 25
        }
        // A dialog hides the picture, and the picture comes back.
        try terminal.send("?")
        count = terminal.pictureCount
        try terminal.wait(forText: "choose a slider")
        try terminal.send("\u{1B}")
        try terminal.wait(forPicture: "the pastiche after help", after: count) {
            try expected.likeness(of: $0, to: Self.recipe) > 25
        }
        try terminal.send("\u{3}")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func opensWhereAPaintingLeftIt() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let render = ["render", photograph, "-o", "painted.png", "--size", "64", "--mix"]
        #expect(try BuiltProgram.run(render + ["starry-night=0.5,great-wave=0.9"], in: folder).status == 0)
        let expected = try ExpectedPastiche(photograph: photograph)
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        try terminal.start(["open", "painted.png"], in: folder)
        try terminal.wait(forPicture: "the pastiche") { try expected.likeness(of: $0, to: Self.recipe) > 25 }
        try terminal.wait(forText: "Great Wave")
        try terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))

        let plain = try BuiltProgram.run(["open", photograph], in: folder)
        #expect(plain.status == 65)
        #expect(plain.error.contains("there is no recipe in"))
    }

    @Test func followsTheWindow() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        try terminal.start([photograph, "--mix", "starry-night"], in: folder)
        try terminal.wait(forPicture: "a picture") { $0.width > 200 }
        let small = try #require(terminal.picture)
        terminal.resize(columns: 120, rows: 40)
        try terminal.wait(forPicture: "a larger picture") { $0.width > small.width && $0.height > small.height }
        terminal.resize(columns: 70, rows: 22)
        try terminal.wait(forPicture: "a smaller picture") { $0.width < small.width }
        terminal.resize(columns: 20, rows: 5)
        try terminal.wait(forText: "please")
        try terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func paintsBlocksWhereThereIsNoSixel() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let terminal = try PseudoTerminal(columns: 80, rows: 24, answers: TerminalAnswers(attributes: "62;22"))
        try terminal.start(
            [photograph, "--mix", "starry-night"], in: folder, environment: ["COLORTERM": "truecolor"])
        try terminal.wait(forText: "48;2;")
        try terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.output.firstRange(of: Array("\u{1B}P".utf8)) == nil)
    }
}
