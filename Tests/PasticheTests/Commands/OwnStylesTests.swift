import Files
import Foundation
import StyleTransfer
import Testing

/// `pastiche styles` with styles of the user's own, in a home of its own.
@Suite struct OwnStylesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let library = try StyleLibrary.shipped()
        let kiss = try library.requireStyle("kiss")
        let rows = try kiss.rows.map { row in
            let conditioning = try library.weights.conditioning(rows: [(row.row, 1)])
            return OwnStyle.Row(stroke: row.stroke, gamma: conditioning.gamma, beta: conditioning.beta)
        }
        let style = OwnStyle(
            id: "garden", title: "Oma's garden", network: library.weights.fingerprint, rows: rows,
            swatch: try readFile(library.folder + "/" + kiss.swatch), picture: [])
        try folder.write(style.encoded(), to: "sent.pastiche-style")
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: folder)
    }

    @Test func aStyleGoesThereAndBack() throws {
        #expect(try run("styles", "import", "sent.pastiche-style", "--name", "meadow").status == 0)
        #expect(try run("styles").text.contains("\nmeadow "))
        let shown = try run("styles", "show", "meadow", "--swatch", "swatch.png")
        #expect(shown.status == 0 && shown.text.contains("Oma's garden") && shown.text.contains("160, 320, 640 px"))
        #expect(try folder.contents().contains("swatch.png"))

        try ShippedPhotograph.small(in: folder, longSide: 32)
        for style in ["meadow", "kiss"] {
            let painted = try run("render", "photo.png", "-o", "\(style).png", "--mix", style, "--no-recipe")
            #expect(painted.status == 0, "\(painted.error)")
        }
        #expect(try readFile(folder.path("meadow.png")) == readFile(folder.path("kiss.png")))

        #expect(try run("styles", "rename", "meadow", "lawn").status == 0)
        #expect(try run("styles", "export", "lawn").status == 0)
        var sent = try OwnStyle.read(path: folder.path("sent.pastiche-style"))
        sent.id = "lawn"
        #expect(try OwnStyle.read(path: folder.path("lawn.pastiche-style")) == sent)
        #expect(try run("styles", "remove", "lawn").status == 0)
        #expect(try !run("styles").text.contains("lawn"))
    }

    @Test(arguments: [
        (["import", "photo.png"], 65, "cannot use the style photo.png: it is no style's file, or cut off"),
        (["import", "none"], 66, "cannot read none: no such file or directory"),
        (["import", "sent.pastiche-style", "--name", "kiss"], 64, "cannot call a style 'kiss': the library has one"),
        (["import", "sent.pastiche-style", "--name", "My Garden"], 64, "cannot call a style 'My Garden': a name is"),
        (["rename", "kiss", "hug"], 64, "'kiss' belongs to the library that ships with pastiche"),
        (["remove", "kiss"], 64, "'kiss' belongs to the library that ships with pastiche"),
        (["remove", "lawn"], 66, "there is no style of yours called 'lawn'; you have none yet"),
        (["show", "kis"], 65, "no style is called 'kis'; did you mean 'kiss'?"),
    ])
    func mistakesAreOneLine(arguments: [String], status: Int32, line: String) throws {
        try ShippedPhotograph.small(in: folder, longSide: 32)
        let outcome = try BuiltProgram.run(["styles"] + arguments, in: folder)
        #expect(outcome.status == status)
        #expect(outcome.error.hasPrefix("pastiche: " + line), "\(outcome.error)")
        #expect(outcome.error.split(separator: "\n").count == 1)
        #expect(try folder.contents() == ["photo.png", "sent.pastiche-style"])
    }

    @Test func whatExistsIsReplacedOnlyWhenAsked() throws {
        #expect(try run("styles", "import", "sent.pastiche-style").status == 0)
        let again = try run("styles", "import", "sent.pastiche-style")
        #expect(again.status == 73 && again.error.contains("exists"))
        #expect(try run("styles", "import", "sent.pastiche-style", "--force").status == 0)
        #expect(try run("styles", "export", "garden", "-o", "sent.pastiche-style").status == 73)
        #expect(try run("styles", "export", "garden", "-o", "sent.pastiche-style", "--force").status == 0)
    }

    @Test func aBrokenFileIsNamedAndTheRestStillWorks() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path(".data/pastiche/styles"), withIntermediateDirectories: true)
        try folder.write("no style".utf8, to: ".data/pastiche/styles/broken.pastiche-style")
        let listed = try run("styles")
        #expect(listed.status == 0 && listed.text.contains("starry-night"))
        #expect(listed.error.contains("broken.pastiche-style: it is no style's file, or cut off"))
        try ShippedPhotograph.small(in: folder, longSide: 32)
        let painted = try run("render", "photo.png", "-o", "out.png", "--mix", "kiss", "-q")
        #expect(painted.status == 0 && painted.error.isEmpty)
    }
}
