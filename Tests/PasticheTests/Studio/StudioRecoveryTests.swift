import Foundation
import Testing

/// A program that is ended without a word has lost nothing.
@Suite(.serialized)
struct StudioRecoveryTests {
    private func start(in folder: TemporaryFolder) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(columns: 120, rows: 40)
        try terminal.start([ShippedPhotograph.path("summer-palace.jpg")], in: folder)
        try terminal.wait(forPicture: "the photograph") { $0.width > 100 }
        return terminal
    }

    /// The sessions on disk.
    private func sessions(_ folder: TemporaryFolder) -> [String] {
        let place = folder.path(".state/pastiche/sessions")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        return names.filter { $0.hasSuffix(".json") }.compactMap {
            try? String(contentsOfFile: place + "/" + $0, encoding: .utf8)
        }
    }

    @Test func paletteAndMomentsAreThereAfterAKill() throws {
        let folder = try TemporaryFolder()
        let killed = try start(in: folder)
        try killed.wait(forShownText: "No style yet")
        try killed.send("a\r7")
        try killed.wait(forShownText: "70 %")
        try killed.send(".")
        try killed.wait(forText: "moment 1")
        try killed.wait(for: "the session on disk") { sessions(folder).contains { $0.contains("\"number\":1") } }
        try killed.signal(SIGKILL)
        _ = try killed.waitForEnd()

        let next = try start(in: folder)
        try next.wait(forText: "was cut off")
        try next.send("y")
        try next.wait(forShownText: "70 %")
        try next.wait(forShownText: "The Starry Night")
        try next.send("t")
        try next.wait(forShownText: "Moments 1")
        try next.send("q")
        _ = try next.waitForEnd()

        // What was ended in order is not asked about, but is there.
        let third = try start(in: folder)
        try third.wait(forShownText: "No style yet")
        try third.send("R")
        try third.wait(forShownText: "70 %")
        try third.send("q")
        _ = try third.waitForEnd()
    }
}
