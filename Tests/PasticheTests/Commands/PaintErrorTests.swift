import Foundation
import Testing

/// What `pastiche paint` says and leaves behind where something is wrong: one line, a status, and nothing.
@Suite struct PaintErrorTests {
    private typealias Mistake = RenderErrorTests.Mistake

    private static let style = ["--style", "style.jpg"]
    private static let eyes = ["--perceptual", "eyes.safetensors"]
    private static let output = ["photo.png", "-o", "out.png"]

    private static let mistakes = [
        Mistake(
            "missing photograph", ["missing.jpg", "-o", "out.png"] + style + eyes, status: 66,
            "cannot read missing.jpg: no such file or directory; check the path and its permissions"),
        Mistake(
            "missing style", output + ["--style", "missing.jpg=2"] + eyes, status: 66,
            "cannot read missing.jpg: no such file or directory; check the path and its permissions"),
        Mistake(
            "style that is no picture", output + ["--style", "text.png"] + eyes, status: 65,
            "cannot read text.png: it is not a PNG or JPEG picture; convert it to one of them"),
        Mistake(
            "style of the library without its picture", output + ["--style", "starry-night=0.5"] + eyes, status: 64,
            "the fast network knows 'starry-night', but its picture is needed here: --style starry-night:PICTURE"),
        Mistake(
            "the same with a colon", output + ["--style", "kiss:"] + eyes, status: 64,
            "the fast network knows 'kiss', but its picture is needed here: --style kiss:PICTURE"),
        Mistake(
            "misspelt style", output + ["--style", "stary-night"] + eyes, status: 65,
            "no style is called 'stary-night'; did you mean 'starry-night'? `pastiche styles` lists them"),
        Mistake(
            "misspelt style of a picture", output + ["--style", "kis:style.jpg"] + eyes, status: 65,
            "no style is called 'kis'; did you mean 'kiss'? `pastiche styles` lists them"),
        Mistake(
            "a word that is nothing", output + ["--style", "xyzzyxyzzy"] + eyes, status: 66,
            "cannot read xyzzyxyzzy: no such file or directory; check the path and its permissions"),
        Mistake(
            "bad weight", output + ["--style", "style.jpg=much"] + eyes, status: 64,
            "the weight 'much' of 'style.jpg' is not a number of parts, 0 or more"),
        Mistake(
            "style named twice", output + ["--style", "kiss:style.jpg", "--style", "kiss:photo.png"] + eyes,
            status: 64, "the mix names the style 'kiss' twice; give it one weight"),
        Mistake(
            "no style with a weight", output + ["--style", "style.jpg=0"] + eyes, status: 64,
            "no style has a weight above 0: there is nothing to paint; give one of them a weight"),
        Mistake(
            "pastiche of unknown styles", output + style + eyes + ["--start", "pastiche"], status: 64,
            "the painting cannot start from the pastiche: the fast network knows none of the styles; "
                + "say which style a picture shows, or start from the photograph"),
        Mistake(
            "broken weights", output + style + ["--perceptual", "text.png"], status: 65,
            "cannot read text.png as safetensors: a header of 2338328219631577172 bytes does not fit; get a fresh copy of the file"
        ),
        Mistake(
            "too few layers", output + style + ["--perceptual", "short.safetensors"], status: 64,
            "short.safetensors has no layer relu3_1, its last one is relu2_1; name another layer"),
        Mistake(
            "wrong layer", output + style + eyes + ["--layers", "relu1_1,conv2_1"], status: 64,
            "no layer is called 'conv2_1'; write layers with their weights, like relu1_1=1,relu2_1=0.5"),
        Mistake(
            "nothing counts", output + style + eyes + ["--content-weight", "0", "--style-weight", "0"], status: 64,
            "neither content nor style has a weight: there is nothing to paint; give one of them a weight above 0"),
        Mistake(
            "too small", output + style + eyes + ["--size", "12"], status: 65,
            "cannot paint 12 x 8 pixels: each side needs 16; ask for a larger long side"),
        Mistake(
            "existing output", ["photo.png", "-o", "text.png"] + style + eyes, status: 73,
            "will not overwrite text.png: it exists; choose another name or pass --force"),
        Mistake(
            "existing table", output + style + eyes + ["--losses", "text.png"], status: 73,
            "will not overwrite text.png: it exists; choose another name or pass --force"),
        Mistake(
            "painting and table in one", output + style + eyes + ["--losses", "out.png"], status: 64,
            "cannot write both the painting and its losses to out.png; choose another name for one"),
        Mistake(
            "painting over the photograph", ["photo.png", "-o", "photo.png", "--force"] + style + eyes, status: 64,
            "will not overwrite the photograph photo.png with the painting photo.png; choose another name"),
        Mistake(
            "painting over the style", ["photo.png", "-o", "style.jpg", "--force"] + style + eyes, status: 64,
            "will not overwrite the style's picture style.jpg with the painting style.jpg; choose another name"),
        Mistake(
            "unknown ending", ["photo.png", "-o", "out.gif"] + style + eyes, status: 64,
            "cannot write out.gif: its ending names no known format; end it in .png or .jpg"),
    ]

    private static func prepared() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try ShippedPhotograph.small(in: folder)
        try ShippedPhotograph.small(as: "style.jpg", in: folder, longSide: 90)
        try SmallPerceptualNetwork.write(in: folder)
        try SmallPerceptualNetwork.write(to: "short.safetensors", stages: 2, in: folder)
        try folder.write("This is no picture.".utf8, to: "text.png")
        return folder
    }

    @Test(arguments: mistakes)
    private func aMistakeIsOneLineAndLeavesNothing(_ mistake: Mistake) throws {
        let folder = try Self.prepared()
        let before = try folder.contents()
        let outcome = try BuiltProgram.run(["paint"] + mistake.arguments, in: folder)
        #expect(outcome.error == "pastiche: \(mistake.line)\n")
        #expect(outcome.status == mistake.status)
        #expect(outcome.output.isEmpty)
        #expect(try folder.contents() == before)
    }

    @Test(arguments: [
        (["photo.png", "-o", "out.png"], "Name a picture to paint in the style of"),
        (["photo.png", "--style", "style.jpg"], "Missing expected argument '--output <path>'"),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--iterations", "0"], "from 1 to 100000"),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--style-weight=-1"], "'--style-weight' is a number"),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--smoothness", "inf"], "'--smoothness' is a number"),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--start", "here"], "'here' is invalid"),
        (
            ["photo.png", "-o", "out.png", "--style", "style.jpg", "--size", "9", "--scale", "1"],
            "Give one of '--size'"
        ),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--scale", "0"], "above 0 to 4"),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--stroke", "8"], "from 16 to 4096"),
        (["photo.png", "-o", "out.png", "--style", "style.jpg", "--quality", "0"], "from 1 to 100"),
    ])
    func aWrongArgumentShowsTheUsage(arguments: [String], message: String) throws {
        let folder = try Self.prepared()
        let before = try folder.contents()
        let outcome = try BuiltProgram.run(["paint"] + arguments, in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.error.contains(message), "\(outcome.error)")
        #expect(outcome.error.contains("Usage: pastiche paint"))
        #expect(try folder.contents() == before)
    }
}
