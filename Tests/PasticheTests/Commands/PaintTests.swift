import Foundation
import Imaging
import Studio
import StyleTransfer
import Testing

/// `pastiche paint` where all goes well.
@Suite struct PaintTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ShippedPhotograph.small(in: folder)
        try ShippedPhotograph.small(as: "style.jpg", in: folder, longSide: 90)
        try SmallPerceptualNetwork.write(in: folder)
    }

    private func run(_ arguments: [String], input: [UInt8] = []) throws -> BuiltProgram.Outcome {
        let usual = ["--perceptual", "eyes.safetensors", "--iterations", "4", "--stroke", "48", "--threads", "1"]
        return try BuiltProgram.run(["paint"] + arguments + usual, input: input, in: folder)
    }

    private func picture(_ name: String) throws -> Picture {
        try Picture.read(path: folder.path(name))
    }

    @Test func aPictureIsPainted() throws {
        let outcome = try run(["photo.png", "-o", "painting.png", "--style", "style.jpg"])
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.isEmpty)
        let photograph = try picture("photo.png")
        let painting = try picture("painting.png")
        #expect(painting.size == photograph.size)
        #expect(painting.meanAbsoluteError(to: photograph) > 0.0005)
        // In no style of the library it has no recipe to go on from.
        #expect(try PaintingRecord.find(in: folder.path("painting.png")) == nil)
    }

    @Test func aKnownStyleStartsFromThePasticheAndIsRecorded() throws {
        let styles = ["--style", "starry-night:style.jpg=3", "--style", "kiss:photo.png"]
        #expect(try run(["photo.png", "-o", "painting.png"] + styles).status == 0)
        let record = try PaintingRecord.read(folder.path("painting.png"))
        #expect(record.recipe.parts.map(\.style) == ["starry-night", "kiss"])
        #expect(record.recipe.parts.map(\.weight) == [3, 1])
        #expect(record.recipe.stroke == 48)
        #expect(record.photograph?.path == folder.path("photo.png"))
        #expect(try run(["photo.png", "-o", "same.png", "--start", "pastiche", "--no-recipe"] + styles).status == 0)
        #expect(try picture("same.png") == picture("painting.png"))
        #expect(try PaintingRecord.find(in: folder.path("same.png")) == nil)
        #expect(try run(["photo.png", "-o", "other.png", "--start", "photo"] + styles).status == 0)
        #expect(try picture("other.png") != picture("painting.png"))
    }

    @Test func sizesAreAsAskedFor() throws {
        let photograph = try picture("photo.png")
        let style = ["--style", "style.jpg"]
        #expect(try run(["photo.png", "-o", "long.png", "--size", "80"] + style).status == 0)
        #expect(try picture("long.png").size.longSide == 80)
        #expect(try run(["photo.png", "-o", "half.png", "--scale", "0.5"] + style).status == 0)
        #expect(try picture("half.png").width == photograph.width / 2)
    }

    @Test func picturesPassThroughPipes() throws {
        let photograph = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("photo.png"))))
        let outcome = try run(["-", "-o", "-", "--style", "style.jpg"], input: photograph)
        #expect(outcome.status == 0, "\(outcome.error)")
        let painting = try Picture.decode(outcome.output, name: "standard output")
        #expect(try run(["photo.png", "-o", "file.png", "--style", "style.jpg"]).status == 0)
        #expect(try painting == picture("file.png"))
    }

    @Test func opacityIsKept() throws {
        var photograph = try picture("photo.png")
        photograph.alpha = (0..<photograph.pixelCount).map { $0 % 2 == 0 ? 1 : 0 }
        try photograph.write(to: folder.path("cut.png"), as: .png(bitDepth: 8), replacingExisting: false)
        #expect(try run(["cut.png", "-o", "painting.png", "--style", "style.jpg"]).status == 0)
        #expect(try picture("painting.png").alpha == photograph.alpha)
    }

    @Test func lossesGoIntoATable() throws {
        let outcome = try run(
            ["photo.png", "-o", "painting.png", "--style", "style.jpg", "--losses", "losses.csv", "--method", "adam"])
        #expect(outcome.status == 0, "\(outcome.error)")
        let lines = try String(contentsOfFile: folder.path("losses.csv"), encoding: .utf8).split(separator: "\n")
        #expect(lines.first == "iteration,evaluations,width,height,seconds,content,style,smoothness,total")
        #expect(lines.count == 5)
        for (index, line) in lines.dropFirst().enumerated() {
            let columns = line.split(separator: ",").map { Double($0) }
            try #require(columns.count == 9)
            let numbers = columns.compactMap { $0 }
            try #require(numbers.count == 9)
            #expect(numbers[0] == Double(index + 1))
            #expect(abs(numbers[5] + numbers[6] + numbers[7] - numbers[8]) < 1e-9)
        }
    }

    @Test func layersAndWeightsChangeThePainting() throws {
        func painted(_ name: String, _ options: [String]) throws -> Picture {
            let outcome = try run(["photo.png", "-o", name, "--style", "style.jpg"] + options)
            #expect(outcome.status == 0, "\(outcome.error)")
            return try picture(name)
        }
        let usual = try painted("usual.png", [])
        #expect(try painted("again.png", ["--content-layer", "relu4_1"]) == usual)
        #expect(try painted("layers.png", ["--layers", "relu1_1,relu2_1=0.5"]) != usual)
        #expect(try painted("content.png", ["--content-weight", "100"]) != usual)
        #expect(try painted("style.png", ["--style-weight", "100"]) != usual)
        #expect(try painted("smooth.png", ["--smoothness", "1000"]) != usual)
        #expect(try painted("noise.png", ["--start", "noise"]) != usual)
        #expect(
            try painted("first.png", ["--start", "noise", "--seed", "1"])
                != painted("second.png", ["--start", "noise", "--seed", "2"]))
    }

    /// A signal ends it, and what there is by then is written.
    @Test(arguments: [SIGINT, SIGTERM])
    func interruptedItKeepsWhatThereIs(_ number: Int32) throws {
        let arguments = [
            "paint", "photo.png", "-o", "painting.png", "--style", "style.jpg", "--perceptual", "eyes.safetensors",
            "--iterations", "100000", "--stroke", "48", "--threads", "1", "--losses", "losses.csv",
            "--method", "adam",
        ]
        let process = try BuiltProgram.prepare(arguments, in: folder)
        let error = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardError = error
        try process.run()
        Thread.sleep(forTimeInterval: 1)
        #expect(kill(process.processIdentifier, number) == 0)
        let said = String(decoding: try error.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == number)
        #expect(
            said.wholeMatch(
                of: #/pastiche: interrupted: painting\.png is the painting after [0-9]+ of 100000 iterations\n/#)
                != nil,
            "\(said)")
        #expect(try picture("painting.png").size == picture("photo.png").size)
        #expect(
            try folder.contents() == ["eyes.safetensors", "losses.csv", "painting.png", "photo.png", "style.jpg"])
    }
}
