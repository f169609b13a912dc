import Foundation
import Studio
import Testing

@Suite struct KeyManualTests {
    /// `docs/KEYS.md` is written from the table; `PASTICHE_RECORD_SCREENS=1 swift test` writes it anew.
    @Test func thePageIsTheTable() throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/KEYS.md")
        let page = KeyManual.page(.standard)
        if ProcessInfo.processInfo.environment["PASTICHE_RECORD_SCREENS"] != nil {
            try Data(page.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == page, "docs/KEYS.md is out of date")
    }

    @Test func hasEveryActionUnderItsName() {
        let rows = KeyManual.rows(.standard)
        for binding in KeyBindings.all { #expect(rows.contains { $0.action == binding.command.name }) }
        #expect(rows.first { $0.action == "redo" }?.keys == ["ctrl-r"])
        #expect(rows.first { $0.action == "less-finely" }?.keys.first == "shift-left")
    }
}
