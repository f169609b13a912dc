import Files
import Foundation
import Testing

/// What the real program reads from the user's settings, and what it remembers.
@Suite(.serialized)
struct StudioSettingsTests {
    private func open(
        in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(columns: 100, rows: 30)
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        try terminal.start([photograph, "--mix", "starry-night"], in: folder, environment: environment)
        try terminal.wait(forPicture: "a picture") { $0.width > 100 }
        return terminal
    }

    private func quit(_ terminal: PseudoTerminal) throws {
        try terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func aFirstStartShowsTheTourOnce() throws {
        let folder = try TemporaryFolder()
        let first = try open(in: folder, environment: ["PASTICHE_TOUR": "on"])
        try first.wait(forShownText: "Welcome")
        // Whoever presses a key of the easel is past the tour.
        try first.send("m")
        try first.wait(forShownText: "muted")
        try quit(first)
        let second = try open(in: folder, environment: ["PASTICHE_TOUR": "on"])
        try second.wait(forShownText: "menu")
        #expect(second.output.firstRange(of: Array("Welcome".utf8)) == nil)
        try quit(second)
    }

    @Test func theUsersKeysHoldAndMistakesAreSaid() throws {
        let folder = try TemporaryFolder()
        try makeFolder(folder.path(".config/pastiche"))
        try Data("[keys]\nmute = 'f5'\nmutes = 'x'\n".utf8)
            .write(to: URL(fileURLWithPath: folder.path(".config/pastiche/config.toml")))
        let terminal = try open(in: folder)
        try terminal.wait(forShownText: "there is no action 'mutes'")
        try terminal.send("\u{1B}[15~")
        try terminal.wait(forShownText: "muted")
        try quit(terminal)
        let log = try String(contentsOfFile: folder.path(".state/pastiche/pastiche.log"), encoding: .utf8)
        #expect(log.contains("warning cannot use a setting") && log.contains("did you mean 'mute'?"))
    }

    @Test func theThemeThatWasChosenIsThereAgain() throws {
        let folder = try TemporaryFolder()
        let first = try open(in: folder)
        try first.send("T")
        try first.wait(forShownText: "Theme woodblock")
        try quit(first)
        let second = try open(in: folder)
        try second.send("T")
        try second.wait(forShownText: "Theme charcoal")
        try quit(second)
    }

    @Test func aStateFolderThatCannotBeWrittenCostsALine() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path(".state")))
        let terminal = try open(in: folder)
        try terminal.send("T")
        try terminal.wait(forShownText: "cannot write")
        try quit(terminal)
    }
}
