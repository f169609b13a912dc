import Foundation
import Imaging
import Testing

/// Every way out gives the terminal back as it was.
@Suite(.serialized)
struct StudioEndingTests {
    /// The program at work, and the terminal's settings before it started.
    private func open(in folder: TemporaryFolder, photograph: String) throws -> (PseudoTerminal, [UInt32]) {
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        let settings = terminal.settings
        try terminal.start([photograph, "--mix", "starry-night"], in: folder)
        try terminal.wait(forPicture: "a picture") { $0.width > 100 }
        #expect(terminal.settings != settings)
        return (terminal, settings)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT, SIGUSR1])
    func restoresTheTerminalOnSignals(_ number: Int32) throws {
        let folder = try TemporaryFolder()
        let (terminal, settings) = try open(in: folder, photograph: ShippedPhotograph.path("summer-palace.jpg"))
        try terminal.signal(number)
        #expect(try terminal.waitForEnd() == .signalled(number))
        #expect(terminal.settings == settings)
        #expect(terminal.isLeft)
    }

    @Test func leavesNothingOfAnExportBehind() throws {
        let folder = try TemporaryFolder()
        // Large enough to take longer than a signal does.
        let photograph = folder.path("large.png")
        try Picture.read(path: ShippedPhotograph.path("summer-palace.jpg")).resized(width: 2400, height: 1600)
            .write(to: photograph, as: PictureEncoding(path: photograph), replacingExisting: false)
        let (terminal, settings) = try open(in: folder, photograph: photograph)
        try terminal.send("e\u{15}\(folder.path("painted.png"))\r")
        try terminal.wait(forText: "xporting")
        try terminal.signal(SIGTERM)
        #expect(try terminal.waitForEnd() == .signalled(SIGTERM))
        #expect(terminal.settings == settings)
        #expect(terminal.isLeft)
        #expect(try folder.contents().filter { $0.contains("painted") || $0.contains(".pastiche-") } == [])
    }

    @Test func stopsAndGoesOn() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        let settings = terminal.settings
        // Only a shell with job control can bring a stopped program back.
        let script = "set -m; \"$@\"; echo stopped; read line; fg >/dev/null; echo ended-$?"
        try terminal.start(
            ["-c", script, "sh", BuiltProgram.path, photograph, "--mix", "starry-night"], of: "/bin/sh", in: folder)
        try terminal.wait(forPicture: "a picture") { $0.width > 100 }
        let raw = terminal.settings
        let count = terminal.pictureCount

        try terminal.send("\u{1A}")
        try terminal.wait(forText: "stopped")
        #expect(terminal.settings == settings)
        #expect(terminal.isLeft)

        try terminal.send("\n")
        try terminal.wait(forPicture: "the picture again", after: count) { $0.width > 100 }
        #expect(terminal.settings == raw)
        try terminal.send("q")
        try terminal.wait(forText: "ended-0")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.settings == settings)
    }

    @Test func saysInOneLineWhyItCannotOpen() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let piped = try BuiltProgram.run([photograph], in: folder)
        #expect(piped.status == 64)
        #expect(piped.error.hasPrefix("pastiche: the studio needs a terminal"))
        #expect(piped.error.filter { $0 == "\n" }.count == 1)

        let missing = try BuiltProgram.run(["missing.jpg"], in: folder)
        #expect(missing.status == 66)
        #expect(missing.error.contains("missing.jpg"))

        let terminal = try PseudoTerminal()
        try terminal.start([photograph], in: folder, environment: ["TERM": "no-such-terminal"])
        #expect(try terminal.waitForEnd() == .exited(69))
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("no-such-terminal"))
        #expect(terminal.output.firstRange(of: Array("\u{1B}".utf8)) == nil)
    }
}
