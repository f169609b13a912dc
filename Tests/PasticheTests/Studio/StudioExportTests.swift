import Foundation
import Imaging
import Studio
import StyleTransfer
import Testing

/// Exports and presets of the real program, where all goes well and where nothing does.
@Suite(.serialized)
struct StudioExportTests {
    private let mix = ["--mix", "starry-night=0.5,great-wave=0.9"]
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A wide window: no message is cut.
    private func terminal() throws -> PseudoTerminal {
        try PseudoTerminal(columns: 220, rows: 40)
    }

    private func end(_ terminal: PseudoTerminal) throws {
        try terminal.send("\u{3}")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(try folder.contents().filter { $0.contains(".pastiche-") } == [])
    }

    @Test func paintsAFolder() throws {
        for name in ["a.png", "b.png"] { try ShippedPhotograph.small(as: name, in: folder) }
        let terminal = try terminal()
        try terminal.start(["a.png"] + mix, in: folder)
        try terminal.wait(forPicture: "the pastiche") { $0.width > 100 }
        // The next field, and in it the next word.
        try terminal.send("e\t\u{1B}[C")
        try terminal.wait(forText: "2 pictures")
        try terminal.send("\r")
        try terminal.wait(forShownText: "Exported 2 of 2 pictures")
        for name in ["a", "b"] {
            let record = try PaintingRecord.read(folder.path("\(name)-pastiche.png"))
            #expect(record.recipe.parts.map(\.style) == ["starry-night", "great-wave"])
            #expect(record.photograph?.path.hasSuffix("/\(name).png") == true)
        }
        try terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func aFullDiskIsOneLine() throws {
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let terminal = try terminal()
        let limited = ["-c", "ulimit -f 256 && exec \"$0\" \"$@\"", BuiltProgram.path, photograph] + mix
        try terminal.start(limited, of: "/bin/sh", in: folder)
        try terminal.wait(forPicture: "the pastiche") { $0.width > 100 }
        try terminal.send("e\r")
        try terminal.wait(forShownText: "summer-palace-pastiche.png: file too large")
        #expect(try !folder.contents().contains("summer-palace-pastiche.png"))
        // The form is back, and the studio goes on.
        let count = terminal.pictureCount
        try terminal.send("\u{1B}")
        try terminal.wait(forPicture: "the pastiche again", after: count) { $0.width > 100 }
        try end(terminal)
    }

    @Test func aPhotographThatDisappearsIsOneLine() throws {
        try ShippedPhotograph.small(in: folder)
        let terminal = try terminal()
        try terminal.start(["photo.png"] + mix, in: folder)
        try terminal.wait(forPicture: "the pastiche") { $0.width > 100 }
        try FileManager.default.removeItem(atPath: folder.path("photo.png"))
        try terminal.send("e\r")
        try terminal.wait(forShownText: "cannot read photo.png: no such file or directory")
        // What was read is still painted. Escape and a digit at once would be another key.
        var count = terminal.pictureCount
        try terminal.send("\u{1B}")
        try terminal.wait(forPicture: "the pastiche again", after: count) { $0.width > 100 }
        count = terminal.pictureCount
        try terminal.send("9")
        try terminal.wait(forPicture: "another mix", after: count) { $0.width > 100 }
        try end(terminal)
    }

    @Test func anUnwritablePresetFolderIsOneLine() throws {
        try ShippedPhotograph.small(in: folder)
        try folder.write("no folder".utf8, to: ".data")
        let terminal = try terminal()
        try terminal.start(["photo.png"] + mix, in: folder)
        try terminal.wait(forPicture: "the pastiche") { $0.width > 100 }
        try terminal.send("wEvening\r")
        try terminal.wait(forShownText: "cannot write \(folder.path(".data/pastiche/presets"))")
        try end(terminal)
    }
}
