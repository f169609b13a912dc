import Files
import Foundation
import Testing

/// `pastiche keys`.
@Suite struct KeysTests {
    private struct Row: Decodable {
        let action, place, summary: String
        let keys: [String]
    }

    @Test func listsTheKeysOfTheConfiguration() throws {
        let folder = try TemporaryFolder()
        try makeFolder(folder.path(".config/pastiche"))
        try Data("[keys]\nmute = ['f5', 'ctrl-m']\n".utf8)
            .write(to: URL(fileURLWithPath: folder.path(".config/pastiche/config.toml")))
        let outcome = try BuiltProgram.run(["keys", "--json"], in: folder)
        #expect(outcome.status == 0)
        let rows = try JSONDecoder().decode([Row].self, from: Data(outcome.output))
        #expect(rows.first { $0.action == "mute" }?.keys == ["f5"])
        #expect(rows.first { $0.action == "redo" }?.keys == ["ctrl-r"])
        #expect(outcome.error.hasPrefix("pastiche: cannot use a setting"))
        #expect(outcome.error.filter { $0 == "\n" }.count == 1)
    }

    @Test func theTableNamesActionsAndKeys() throws {
        let outcome = try BuiltProgram.run(["keys"], in: TemporaryFolder())
        #expect(outcome.status == 0 && outcome.error.isEmpty)
        #expect(outcome.text.hasPrefix("ACTION"))
        #expect(outcome.text.contains("undo"))
    }
}
