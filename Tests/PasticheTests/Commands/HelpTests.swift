import Foundation
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
    @Test func topLevelHelpIsAsRecorded() throws {
        let outcome = try BuiltProgram.run(["--help"], in: TemporaryFolder(), environment: ["COLUMNS": "80"])
        #expect(outcome.status == 0)
        let fixture = Bundle.module.bundleURL.appendingPathComponent("Fixtures/help.txt")
        #expect(outcome.text == (try String(contentsOf: fixture, encoding: .utf8)))
    }

    @Test(arguments: [
        "studio", "open", "render", "paint", "styles", "styles list", "styles show", "styles bake", "presets",
        "presets list",
        "presets show", "presets delete",
        "presets import",
        "presets export", "doctor", "benchmark",
    ])
    func everyCommandHasHelp(_ command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try BuiltProgram.run(words + ["--help"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("OVERVIEW: "))
        #expect(outcome.text.contains("USAGE: pastiche \(command)"))
        #expect(outcome.error.isEmpty)
    }

    @Test func theVersionIsANumber() throws {
        let outcome = try BuiltProgram.run(["--version"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.text.wholeMatch(of: #/[0-9]+\.[0-9]+\.[0-9]+\n/#) != nil)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func shellsGetTheirCompletions(_ shell: String) throws {
        let outcome = try BuiltProgram.run(["--generate-completion-script", shell], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("benchmark"))
    }

    @Test func aMixIsCompletedByTheStylesThatItLacks() throws {
        let folder = try TemporaryFolder()
        let words = ["---completion", "render", "--", "--mix", "3", "17"]
        let outcome = try BuiltProgram.run(
            words + ["pastiche", "render", "--mix", "starry-night=0.5,"], in: folder,
            environment: ["SAP_SHELL": "fish"])
        let offers = outcome.text.split(separator: "\n")
        #expect(offers.contains("starry-night=0.5,great-wave"))
        #expect(!offers.contains { $0.hasSuffix(",starry-night") })
    }

    /// How a photograph is reached that is called like a command: the error shows what was taken for what.
    @Test(arguments: [["--", "render"], ["./render"], ["studio", "render"], ["--strength", "1", "render"]])
    func aPhotographMayBeCalledLikeACommand(_ arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 66)
        let name = arguments.contains("./render") ? "./render" : "render"
        #expect(outcome.error.hasPrefix("pastiche: cannot read \(name): "))
    }
}
