import Files
import Studio
import TerminalGraphics
import Testing

@Suite struct ConfigurationTests {
    private func read(_ text: String) throws -> Configuration {
        let folder = try TemporaryFolder()
        try folder.write(text, "config.toml")
        return Configuration(path: folder.path + "/config.toml")
    }

    @Test func readsThemeAndKeys() throws {
        let configuration = try read("# mine\ntheme = 'gesso'\n[keys]\nmute = ['Y', 'ctrl-o']\nsolo = 'y'\nundo = []\n")
        #expect(configuration.problems == [])
        #expect(configuration.theme == "gesso")
        let keys = configuration.keys
        #expect(keys.command(for: .init(.character("Y")), in: [.easel]) == .mute)
        #expect(keys.command(for: .init(.character("y")), in: [.easel]) == .solo)
        #expect(keys.command(for: .init(.character("u")), in: [.easel]) == nil)
    }

    @Test func noFileIsNoProblem() {
        #expect(Configuration(path: "/nowhere/config.toml") == Configuration())
    }

    @Test(arguments: [
        ("theme = 3", "'theme' is not text"), ("keys = 3", "'keys' is not a table"),
        ("[keys]\nmute = 3", "'mute' is not a list of keys"),
        ("[keys]\nmute = [3]", "'mute' has a key that is not text"),
        ("[keys]\nmutter = 'm'", "there is no action 'mutter'"), ("theme =", "line 1"),
    ]) func mistakesCostALine(text: String, reason: String) throws {
        let configuration = try read(text)
        let problem = try #require(configuration.problems.first)
        #expect(configuration.problems.count == 1)
        #expect(problem.contains(reason), "\(problem)")
        #expect(problem.hasPrefix("cannot use a setting: ") && problem.hasSuffix("/config.toml"))
        #expect(!problem.contains("\n"))
    }

    @Test func aMistakeInOneSettingLeavesTheOther() throws {
        let configuration = try read("theme = 'gesso'\nkeys = 3")
        #expect(configuration.theme == "gesso")
        #expect(configuration.keys == .standard)
    }
}

@Suite struct StudioMemoryTests {
    @Test func isTheSameAfterReading() throws {
        let folder = try TemporaryFolder()
        var memory = StudioMemory()
        memory.hasSeenTour = true
        memory.theme = "mein \"Thema\""
        memory.themeInstead = "gesso"
        memory.recentActions = ["undo", "add-style"]
        let path = folder.path + "/state/studio.toml"
        try memory.save(to: path)
        #expect(StudioMemory(path: path) == memory)
        try StudioMemory().save(to: path)
        #expect(StudioMemory(path: path) == StudioMemory())
    }

    @Test(arguments: ["", "theme = ", "theme = 3\ntour-seen = 'yes'\nrecent-actions = 7", "\u{0}"])
    func brokenOnesAreForgotten(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, "studio.toml")
        #expect(StudioMemory(path: folder.path + "/studio.toml") == StudioMemory())
    }
}
