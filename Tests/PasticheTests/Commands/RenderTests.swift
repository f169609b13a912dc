import Foundation
import Imaging
import Studio
import StyleTransfer
import Testing

/// `pastiche render` where all goes well.
@Suite struct RenderTests {
    private let folder: TemporaryFolder
    private let mix = ["--mix", "starry-night=0.6,great-wave=0.4"]

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: [String], input: [UInt8] = []) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["render"] + arguments, input: input, in: folder)
    }

    private func picture(_ name: String) throws -> Picture {
        try Picture.read(path: folder.path(name))
    }

    @Test func thePaintingIsTheRecordedOne() throws {
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let outcome = try run([photograph, "-o", "painting.png", "--size", "160"] + mix)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.isEmpty)
        #expect(try folder.contents() == ["painting.png"])
        let reference = Bundle.module.bundleURL.appendingPathComponent("Fixtures/summer-palace-160.png").path
        let expected = try Picture.read(path: reference)
        let painting = try picture("painting.png")
        try #require(painting.size == expected.size)
        #expect(painting.peakSignalToNoiseRatio(to: expected) >= 40)
    }

    @Test func withoutStrengthItIsThePhotograph() throws {
        try ShippedPhotograph.small(in: folder)
        let outcome = try run(["photo.png", "-o", "same.png", "--strength", "0"] + mix)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(try picture("same.png") == picture("photo.png"))
    }

    @Test func strengthAndMixChangeThePainting() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "full.png"] + mix).status == 0)
        #expect(try run(["photo.png", "-o", "half.png", "--strength", "0.5"] + mix).status == 0)
        #expect(try run(["photo.png", "-o", "other.png", "--mix", "udnie"]).status == 0)
        let photograph = try picture("photo.png")
        let full = try picture("full.png")
        #expect(full.meanAbsoluteError(to: photograph) > 0.05)
        #expect(try picture("half.png").meanAbsoluteError(to: photograph) < full.meanAbsoluteError(to: photograph))
        #expect(try picture("other.png").meanAbsoluteError(to: full) > 0.05)
    }

    @Test func strokesCanBeChosenAndKeptInLargerPaintings() throws {
        try ShippedPhotograph.small(in: folder)
        func painted(_ name: String, _ options: [String]) throws -> Picture {
            let outcome = try run(["photo.png", "-o", name, "--mix", "starry-night"] + options)
            #expect(outcome.status == 0, "\(outcome.error)")
            return try picture(name)
        }
        let fine = try painted("fine.png", ["--stroke", "160"])
        let broad = try painted("broad.png", ["--stroke", "640"])
        #expect(fine.meanAbsoluteError(to: broad) > 0.01)
        // As in a painting of half the size: strokes of twice the size.
        let half = String(max(fine.width, fine.height) / 2)
        #expect(try painted("as-seen.png", ["--strokes-of", half]) == broad)
        #expect(try PaintingRecord.read(folder.path("as-seen.png")).recipe.stroke == 640)
    }

    /// Asked for, bf16 gives all but the same picture, or an error where the kernels lack it.
    @Test func thePrecisionCanBeChosen() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "usual.png"] + mix).status == 0)
        #expect(try run(["photo.png", "-o", "single.png", "--precision", "fp32"] + mix).status == 0)
        #expect(try picture("single.png") == picture("usual.png"))
        let outcome = try run(["photo.png", "-o", "fast.png", "--precision", "bf16"] + mix)
        if outcome.status == 0 {
            #expect(try picture("fast.png").peakSignalToNoiseRatio(to: picture("usual.png")) >= 40)
        } else {
            #expect(outcome.status == 78)
            #expect(outcome.error.contains("cannot compute in bf16"))
        }
        #expect(try run(["photo.png", "-o", "half.png", "--precision", "half"] + mix).status == 64)
    }

    /// Files are painted in single precision, whatever the environment chooses for live frames.
    @Test func theEnvironmentsPrecisionIsForLiveFrames() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "usual.png"] + mix).status == 0)
        let arguments = ["render", "photo.png", "-o", "same.png"] + mix
        #expect(try BuiltProgram.run(arguments, in: folder, environment: ["PASTICHE_PRECISION": "bf16"]).status == 0)
        #expect(try picture("same.png") == picture("usual.png"))
    }

    @Test(arguments: [("jpg", PictureFormat.jpeg), ("JPEG", .jpeg), ("png", .png)])
    func theEndingSaysTheFormat(ending: String, format: PictureFormat) throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "painting.\(ending)"] + mix).status == 0)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("painting.\(ending)")))
        #expect(PictureFormat(firstBytes: Array(bytes)) == format)
    }

    @Test func qualityAndDepthAreHeard() throws {
        try ShippedPhotograph.small(in: folder)
        for (name, option) in [
            ("low.jpg", ["--quality", "20"]), ("high.jpg", ["--quality", "95"]), ("8.png", []),
            ("16.png", ["--depth", "16"]),
        ] {
            #expect(try run(["photo.png", "-o", name] + option + mix).status == 0)
        }
        func size(_ name: String) throws -> Int { try Data(contentsOf: URL(fileURLWithPath: folder.path(name))).count }
        #expect(try size("low.jpg") < size("high.jpg"))
        #expect(try size("8.png") < size("16.png"))
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "one.png", "--threads", "1"] + mix).status == 0)
        #expect(try run(["photo.png", "-o", "two.png", "--threads", "2"] + mix).status == 0)
        #expect(try picture("one.png").maximumAbsoluteError(to: picture("two.png")) <= 1.01 / 255)
    }

    @Test func standardInputAndOutput() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "file.png"] + mix).status == 0)
        let input = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("photo.png"))))
        let outcome = try run(["-", "-o", "-"] + mix, input: input)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.error.isEmpty)
        #expect(try Picture.decode(outcome.output, name: "output") == picture("file.png"))
        let jpeg = try run(["photo.png", "-o", "-", "--format", "jpeg"] + mix)
        #expect(PictureFormat(firstBytes: jpeg.output) == .jpeg)
    }

    @Test(arguments: ["painting.png", "painting.jpg"]) func theRecipeTravelsInThePainting(name: String) throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", name, "--strength", "0.85", "--size", "32"] + mix).status == 0)
        let record = try PaintingRecord.read(folder.path(name))
        let parts = [Recipe.Part(style: "starry-night", weight: 0.6), .init(style: "great-wave", weight: 0.4)]
        #expect(record.recipe == Recipe(parts: parts, strength: 0.85))
        #expect(record.photograph?.path.hasSuffix("/photo.png") == true)
        #expect(record.photograph?.size == (try picture("photo.png").size))
        #expect(record.longSide == 32)
        #expect(record.photographPath(besidePainting: folder.path(name)) != nil)

        // Another photograph in the mix of the first.
        #expect(try run(["photo.png", "-o", "like.png", "--like", name]).status == 0)
        #expect(try run(["photo.png", "-o", "mixed.png", "--strength", "0.85"] + mix).status == 0)
        #expect(try picture("like.png") == picture("mixed.png"))
    }

    @Test func theColoursToKeepAreHeardAndWrittenDown() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "none.png"] + mix).status == 0)
        #expect(try run(["photo.png", "-o", "place.png", "--keep-colours", "0.7"] + mix).status == 0)
        #expect(try run(["photo.png", "-o", "overall.png", "--keep-colours-by", "overall"] + mix).status == 0)
        #expect(try picture("none.png").meanAbsoluteError(to: picture("place.png")) > 0.01)
        #expect(try picture("overall.png").meanAbsoluteError(to: picture("place.png")) > 0.01)
        let kept = try ["none.png", "place.png", "overall.png"].map {
            try PaintingRecord.read(folder.path($0)).recipe.keptColours
        }
        #expect(kept == [.none, KeptColours(amount: 0.7), KeptColours(amount: 1, by: .overall)])
    }

    @Test func theRecipeCanBeLeftOut() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run(["photo.png", "-o", "painting.png", "--no-recipe"] + mix).status == 0)
        #expect(try Picture.note(ofFile: folder.path("painting.png")) == nil)
        let outcome = try run(["photo.png", "-o", "like.png", "--like", "painting.png"])
        #expect(outcome.status == 65)
        #expect(outcome.error.hasPrefix("pastiche: there is no recipe in painting.png"))
        #expect(outcome.error.count(where: { $0 == "\n" }) == 1)
    }

    @Test func aPaintingOfStandardInputKnowsNoPhotograph() throws {
        try ShippedPhotograph.small(in: folder)
        let input = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("photo.png"))))
        #expect(try run(["-", "-o", "out.png"] + mix, input: input).status == 0)
        let record = try PaintingRecord.read(folder.path("out.png"))
        #expect(record.photograph == nil && record.recipe.parts.count == 2)
    }

    @Test func anExistingFileIsReplacedByForce() throws {
        try ShippedPhotograph.small(in: folder)
        try folder.write("old".utf8, to: "painting.png")
        #expect(try run(["photo.png", "-o", "painting.png", "--force"] + mix).status == 0)
        #expect(try picture("painting.png").size == picture("photo.png").size)
    }

    @Test func severalPhotographsGoIntoANewFolder() throws {
        try ShippedPhotograph.small(as: "a.png", in: folder)
        try ShippedPhotograph.small(as: "b.jpg", in: folder)
        let outcome = try run(["a.png", "b.jpg", "-o", "paintings"] + mix)
        #expect(outcome.status == 0)
        #expect(outcome.error == "pastiche: painted 2 of 2 photographs\n")
        let paintings = ["a.png", "b.jpg", "paintings", "paintings/a-pastiche.png", "paintings/b-pastiche.png"]
        #expect(try folder.contents() == paintings)
    }

    @Test func oneThatCannotBeReadDoesNotStopTheOthers() throws {
        try ShippedPhotograph.small(as: "a.png", in: folder)
        try folder.write("no picture".utf8, to: "b.png")
        try ShippedPhotograph.small(as: "c.png", in: folder)
        let outcome = try run(["a.png", "b.png", "missing.png", "c.png", "-o", "out/", "--format", "jpg"] + mix)
        #expect(outcome.status == 65)
        let lines = outcome.error.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[0].hasPrefix("pastiche: cannot read b.png: "))
        #expect(lines[1].hasPrefix("pastiche: cannot read missing.png: "))
        #expect(lines[2] == "pastiche: painted 2 of 4 photographs")
        #expect(
            try folder.contents() == [
                "a.png", "b.png", "c.png", "out", "out/a-pastiche.jpg", "out/c-pastiche.jpg",
            ])
    }

    @Test func quietIsSilent() throws {
        try ShippedPhotograph.small(as: "a.png", in: folder)
        try ShippedPhotograph.small(as: "b.png", in: folder)
        let outcome = try run(["a.png", "b.png", "-o", ".", "--quiet"] + mix)
        #expect(outcome.status == 0)
        #expect(outcome.error.isEmpty && outcome.output.isEmpty)
    }
}
