import Foundation
import Testing

/// What `pastiche render` says and leaves behind where something is wrong: one line, a status, and nothing.
@Suite struct RenderErrorTests {
    /// A wrong command line.
    struct Mistake: CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        let status: Int32
        /// The whole of standard error, without "pastiche: ".
        let line: String

        init(_ name: String, _ arguments: [String], status: Int32, _ line: String) {
            self.name = name
            self.arguments = arguments
            self.status = status
            self.line = line
        }

        var testDescription: String { name }
    }

    static let mix = ["--mix", "starry-night"]

    static let mistakes = [
        Mistake(
            "missing file", ["missing.jpg", "-o", "out.png"] + mix, status: 66,
            "cannot read missing.jpg: no such file or directory; check the path and its permissions"),
        Mistake(
            "folder as photograph", ["folder", "-o", "out.png"] + mix, status: 66,
            "cannot read folder: it is not a regular file; name a file"),
        Mistake(
            "empty", ["empty.png", "-o", "out.png"] + mix, status: 65,
            "cannot read empty.png: the file is empty; choose another picture"),
        Mistake(
            "truncated", ["truncated.png", "-o", "out.png"] + mix, status: 65,
            "cannot read truncated.png: the file ends before the picture does; copy or download it again"),
        Mistake(
            "not an image", ["text.png", "-o", "out.png"] + mix, status: 65,
            "cannot read text.png: it is not a PNG or JPEG picture; convert it to one of them"),
        Mistake(
            "hostile name", ["a\u{1B}[31m\nb.png", "-o", "out.png"] + mix, status: 66,
            "cannot read a\\e[31m\\nb.png: no such file or directory; check the path and its permissions"),
        Mistake(
            "unknown style", ["photo.png", "-o", "out.png", "--mix", "stary-night"], status: 65,
            "no style is called 'stary-night'; did you mean 'starry-night'? `pastiche styles` lists them"),
        Mistake(
            "unknown preset", ["photo.png", "-o", "out.png", "--preset", "nowhere"], status: 66,
            "there is no preset 'nowhere'; none was saved yet"),
        Mistake(
            "bad weight", ["photo.png", "-o", "out.png", "--mix", "starry-night=much"], status: 64,
            "the weight 'much' of 'starry-night' is not a number of parts, 0 or more"),
        Mistake(
            "style named twice", ["photo.png", "-o", "out.png", "--mix", "udnie=1,udnie=2"], status: 64,
            "the mix names the style 'udnie' twice; give it one weight"),
        Mistake(
            "empty mix", ["photo.png", "-o", "out.png", "--mix", " "], status: 64,
            "the mix is empty; write styles with their parts, like starry-night=0.6,great-wave=0.4"),
        Mistake(
            "existing output", ["photo.png", "-o", "text.png"] + mix, status: 73,
            "will not overwrite text.png: it exists; choose another name or pass --force"),
        Mistake(
            "output folder missing", ["photo.png", "-o", "nowhere/out.png"] + mix, status: 73,
            "cannot write nowhere/out.png: no such file or directory; choose another place"),
        Mistake(
            "unknown ending", ["photo.png", "-o", "out.gif"] + mix, status: 64,
            "cannot write out.gif: its ending names no known format; end it in .png or .jpg"),
        Mistake(
            "format against ending", ["photo.png", "-o", "out.png", "--format", "jpeg"] + mix, status: 64,
            "cannot write out.png: its ending and --format jpeg disagree; leave out --format"),
        Mistake(
            "file as folder", ["photo.png", "text.png", "-o", "empty.png"] + mix, status: 64,
            "cannot write 2 paintings to empty.png: it is a file; name a folder"),
        Mistake(
            "same output twice", ["photo.png", "folder/photo.jpg", "-o", "out"] + mix, status: 64,
            "cannot paint photo.png and folder/photo.jpg: both would become out/photo-pastiche.png; "
                + "paint them into different folders"),
        Mistake(
            "painting over the photograph", ["photo.png", "-o", "folder/../photo.png", "--force"] + mix, status: 64,
            "will not overwrite the photograph photo.png with the painting folder/../photo.png; choose another name"),
        Mistake(
            "painting over it through a link", ["photo.png", "-o", "link.png", "--force"] + mix, status: 64,
            "will not overwrite the photograph photo.png with the painting link.png; choose another name"),
        Mistake(
            "standard input without a name", ["-", "-o", "folder"] + mix, status: 64,
            "cannot name the painting of standard input in folder: name the file as well"),
        Mistake(
            "empty standard input", ["-", "-o", "out.png"] + mix, status: 65,
            "cannot read standard input: the file is empty; choose another picture"),
        Mistake(
            "several photographs, none good", ["empty.png", "missing.png", "-o", "new", "--quiet"] + mix, status: 65,
            "cannot read empty.png: the file is empty; choose another picture\n"
                + "pastiche: cannot read missing.png: no such file or directory; check the path and its permissions"),
    ]

    private static func prepared() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try ShippedPhotograph.small(in: folder)
        let photograph = try Data(contentsOf: URL(fileURLWithPath: folder.path("photo.png")))
        try folder.write([], to: "empty.png")
        try folder.write(photograph.prefix(photograph.count / 2), to: "truncated.png")
        try folder.write("This is no picture.".utf8, to: "text.png")
        try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
        try ShippedPhotograph.small(as: "folder/photo.jpg", in: folder)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.png"), withDestinationPath: folder.path("photo.png"))
        return folder
    }

    private static func snapshot(_ folder: TemporaryFolder) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try folder.contents() {
            files[name] = FileManager.default.contents(atPath: folder.path(name)) ?? Data()
        }
        return files
    }

    @Test(arguments: mistakes)
    func aMistakeIsOneLineAndLeavesNothing(_ mistake: Mistake) throws {
        let folder = try Self.prepared()
        let before = try Self.snapshot(folder)
        let outcome = try BuiltProgram.run(["render"] + mistake.arguments, in: folder)
        #expect(outcome.error == "pastiche: \(mistake.line)\n")
        #expect(outcome.status == mistake.status)
        #expect(!outcome.isSignalled)
        #expect(outcome.output.isEmpty)
        #expect(try Self.snapshot(folder) == before)
    }

    @Test(arguments: [
        (["photo.png", "-o", "out.png"], "--mix \"starry-night=0.6,great-wave=0.4\""),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--preset", "x"], "Give one of"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--like", "x.png"], "Give one of"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--strength", "1.6"], "from 0 (the photograph) to 1.5"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--strength", "nan"], "from 0 (the photograph) to 1.5"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--strength", "strong"], "'strong' is invalid"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--stroke", "8"], "from 16 to 4096"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--keep-colours", "1.1"], "from 0 (the painting's) to 1"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--keep-colours-by", "x"], "'x' is invalid"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--strokes-of", "0"], "1 to 65500"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--quality", "0"], "from 1 to 100"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--depth", "12"], "8 or 16 bits"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--size", "0"], "1 to 65500 pixels"),
        (["photo.png", "-o", "out.png", "--mix", "udnie", "--threads=-1"], "from 0 to 1024"),
        (["photo.png", "--mix", "udnie"], "Missing expected argument '--output <path>'"),
        (["-o", "out.png", "--mix", "udnie"], "Missing expected argument '<photo> ...'"),
        (["photo.png", "-", "-o", "out", "--mix", "udnie"], "Standard input is painted alone"),
        (["photo.png", "text.png", "-o", "-", "--mix", "udnie"], "Standard output takes one photograph"),
    ])
    func aWrongArgumentShowsTheUsage(arguments: [String], message: String) throws {
        let folder = try Self.prepared()
        let before = try Self.snapshot(folder)
        let outcome = try BuiltProgram.run(["render"] + arguments, in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.error.contains(message), "\(outcome.error)")
        #expect(outcome.error.contains("Usage: pastiche render"))
        #expect(try Self.snapshot(folder) == before)
    }

    /// Whoever may do everything (root in a container) is not kept from writing.
    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func aFolderWithoutPermissionIsNamed() throws {
        let folder = try Self.prepared()
        chmod(folder.path("folder"), 0o500)
        let outcome = try BuiltProgram.run(["render", "photo.png", "-o", "folder/out.png"] + Self.mix, in: folder)
        chmod(folder.path("folder"), 0o700)
        #expect(outcome.error == "pastiche: cannot write folder/out.png: permission denied; choose another place\n")
        #expect(outcome.status == 77)
    }

    @Test func aFullStandardOutputIsNoticed() throws {
        try #require(FileManager.default.fileExists(atPath: "/dev/full"))
        let folder = try Self.prepared()
        let process = try BuiltProgram.prepare(["render", "photo.png", "-o", "-"] + Self.mix, in: folder)
        let error = Pipe()
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        process.standardError = error
        try process.run()
        let said = try error.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
        #expect(
            String(decoding: said, as: UTF8.self)
                == "pastiche: cannot write standard output: no space left on device; write to a file\n")
    }

    @Test func aReaderThatLeavesEndsItQuietly() throws {
        let folder = try Self.prepared()
        let process = try BuiltProgram.prepare(["styles"], in: folder)
        let output = Pipe()
        let error = Pipe()
        process.standardOutput = output
        process.standardError = error
        try output.fileHandleForReading.close()
        try process.run()
        let said = try error.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(said.isEmpty)
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == SIGPIPE)
    }
}
