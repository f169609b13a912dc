import Foundation
import Imaging
import Studio
import StyleTransfer
import Testing

/// `pastiche styles bake` and `show`, and painting with what was baked.
@Suite struct BakeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ShippedPhotograph.small(in: folder, longSide: 64)
    }

    private func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: folder)
    }

    private func picture(_ name: String) throws -> Picture { try Picture.read(path: folder.path(name)) }

    @Test func aBakedMixPaintsAsTheLibraryDoes() throws {
        let mix = ["--mix", "kiss=2,scream", "--strength", "0.9", "--stroke", "400"]
        let bake = try run(["styles", "bake", "-o", "net.safetensors"] + mix)
        #expect(bake.status == 0 && bake.error.isEmpty && bake.output.isEmpty)
        let colours = ["--keep-colours", "0.5", "--depth", "16"]
        #expect(try run(["render", "photo.png", "-o", "library.png"] + mix + colours).status == 0)
        let painted = try run(["render", "photo.png", "-o", "baked.png", "--network", "net.safetensors"] + colours)
        #expect(painted.status == 0, "\(painted.error)")
        #expect(try picture("baked.png").maximumAbsoluteError(to: picture("library.png")) < 2e-5)
        let records = try ["baked.png", "library.png"].map { try PaintingRecord.read(folder.path($0)).recipe }
        #expect(records[0] == records[1])
    }

    @Test func mistakesAreOneLineAndLeaveNothing() throws {
        try Data("text".utf8).write(to: URL(fileURLWithPath: folder.path("net.safetensors")))
        let before = try folder.contents()
        for (arguments, status, words) in [
            (["render", "photo.png", "-o", "x.png", "--network", "photo.png"], 65, "as safetensors"),
            (["render", "photo.png", "-o", "x.png", "--network", "no.safetensors"], 66, "no.safetensors"),
            (["styles", "bake", "--mix", "kiss", "-o", "net.safetensors"], 73, "net.safetensors"),
            (["styles", "bake", "--mix", "kiss=0", "-o", "x.safetensors"], 64, "nothing to bake"),
            (["styles", "bake", "--mix", "kis", "-o", "x.safetensors"], 65, "did you mean 'kiss'"),
            (["styles", "show", "kis"], 65, "did you mean 'kiss'"),
        ] as [([String], Int32, String)] {
            let outcome = try run(arguments)
            #expect(outcome.status == status, "\(outcome.error)")
            #expect(outcome.error.hasPrefix("pastiche: ") && outcome.error.contains(words), "\(outcome.error)")
            #expect(outcome.error.split(separator: "\n").count == 1)
        }
        let other = try run(["render", "photo.png", "-o", "x.png", "--network", "net.safetensors", "--mix", "kiss"])
        #expect(other.status == 64 && other.error.contains("A baked network is one mix"))
        #expect(try folder.contents() == before)
    }

    @Test func listIsTheDefault() throws {
        #expect(try run(["styles", "list"]).text == run(["styles"]).text)
    }
}
