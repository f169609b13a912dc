import Files
import Studio
import StyleTransfer
import Testing

@Suite struct PresetStoreTests {
    private let recipe = Recipe(
        parts: [.init(style: "starry-night", weight: 0.6), .init(style: "great-wave", weight: 0.35)],
        strength: 0.9, stroke: 320, keptColours: KeptColours(amount: 0.7))

    @Test(arguments: ["Blue hour", "\"quoted\" \\ 'name'", "夜の海 🌊", "../../etc/passwd", ".hidden", "é"])
    func comesBackAsItWas(name: String) throws {
        let folder = try TemporaryFolder()
        let store = PresetStore(folder: folder.path + "/new/presets")
        let preset = Preset(name: name, summary: "two lines\nof \"text\"", recipe: recipe)
        try store.save(preset)
        #expect(try store.list() == .init(presets: [preset], problems: []))
        #expect(try store.find(name) == preset)
        #expect(try folder.files == ["new"])
    }

    @Test func isReadableByHand() throws {
        let folder = try TemporaryFolder()
        try PresetStore(folder: folder.path).save(Preset(name: "Blue hour", summary: "for harbours", recipe: recipe))
        #expect(
            try folder.read("blue-hour.toml") == """
                version = 1
                name = "Blue hour"
                summary = "for harbours"
                strength = 0.9
                stroke = 320.0
                keep-colours = 0.7
                keep-colours-by = "place"

                [[styles]]
                id = "starry-night"
                weight = 0.6

                [[styles]]
                id = "great-wave"
                weight = 0.35

                """)
    }

    @Test func aWayThatNobodyKnowsIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("name = 'Mine'\nkeep-colours = 1\nkeep-colours-by = 'magic'\n", "x.toml")
        do {
            _ = try PresetStore.read(folder.path + "/x.toml")
            Issue.record("it was read")
        } catch let error as any UserFacingError {
            #expect(error.description.contains("'keep-colours-by' is 'magic', not place or overall"))
        }
    }

    @Test func takesWhatAPersonWrites() throws {
        let folder = try TemporaryFolder()
        try folder.write("name = 'Mine'\n[[styles]]\nid = 'scream'\n[[styles]]\nid = 'reverie'\nweight = 2\n", "x.toml")
        let preset = try PresetStore.read(folder.path + "/x.toml")
        #expect(
            preset.recipe == Recipe(parts: [.init(style: "scream", weight: 1), .init(style: "reverie", weight: 2)]))
    }

    @Test func replacesOnlyWhenTold() throws {
        let folder = try TemporaryFolder()
        let store = PresetStore(folder: folder.path)
        try store.save(Preset(name: "Dusk", recipe: recipe))
        let other = Preset(name: "Dusk", recipe: Recipe(strength: 0.5))
        #expect(throws: FileError.exists(path: folder.path + "/dusk.toml")) { try store.save(other) }
        #expect(try store.find("Dusk").recipe == recipe)
        try store.save(other, replacing: true)
        #expect(try store.list().presets == [other])
        #expect(try folder.files == ["dusk.toml"])
    }

    @Test func namesThatShareAFileNameAreBothKept() throws {
        let folder = try TemporaryFolder()
        let store = PresetStore(folder: folder.path)
        for name in ["Blue hour", "blue-hour", "BLUE HOUR!", "***"] {
            try store.save(Preset(name: name, recipe: recipe))
        }
        #expect(try folder.files == ["blue-hour-2.toml", "blue-hour-3.toml", "blue-hour.toml", "preset.toml"])
        #expect(try store.list().presets.count == 4)
        try store.delete("blue-hour")
        #expect(try store.list().presets.map(\.name) == ["***", "Blue hour", "BLUE HOUR!"])
        #expect(throws: PresetError.unknown(name: "blue-hour", known: ["***", "Blue hour", "BLUE HOUR!"])) {
            try store.delete("blue-hour")
        }
    }

    @Test(arguments: [
        ("name = ", "line 1"), ("strength = 1", "no usable 'name'"), ("name = 3", "'name' is not text"),
        ("name = 'a'\nstrength = 7", "strength"), ("name = 'a'\nstrength = nan", "strength"),
        ("name = 'a'\nstyles = 3", "[[styles]]"), ("name = 'a'\n[[styles]]\nweight = 1", "no 'id'"),
        ("name = 'a'\n[[styles]]\nid = 'b'\nweight = -1", "weight"),
        ("name = 'a'\n[[styles]]\nid = 'b'\nweight = 'x'", "'weight' is not a number"),
        ("name = 'a'\n[[styles]]\nid = 'b'\n[[styles]]\nid = 'b'", "twice"),
        ("version = 'x'\nname = 'a'", "'version' is not a whole number"),
        ("name = 'a\nb'", "line 1"), ("name = \"a\\nb\"", "no usable 'name'"), ("\u{0}", "not text"),
    ]) func brokenFilesAreSetAsideAndNeverLost(text: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let store = PresetStore(folder: folder.path)
        try store.save(Preset(name: "Good", recipe: recipe))
        try folder.write("an older one", "bad.toml.broken")
        try folder.write(text, "bad.toml")
        let files = try folder.files
        #expect(try store.list().problems.map(\.description).first?.contains(reason) == true)
        #expect(try store.find("Good").recipe == recipe)
        #expect(try folder.files == files)
        let listing = try store.listSettingAside()
        #expect(listing.presets.map(\.name) == ["Good"])
        let problem = try #require(listing.problems.first)
        #expect(problem.description.contains(reason), "\(problem)")
        #expect(problem.description.contains("bad.toml.broken-2"))
        #expect(!problem.description.contains("\n"))
        #expect(try folder.read("bad.toml.broken") == "an older one")
        #expect(try folder.read("bad.toml.broken-2") == text)
        #expect(try store.list() == .init(presets: listing.presets, problems: []))
    }

    @Test func filesOfALaterVersionStay() throws {
        let folder = try TemporaryFolder()
        try folder.write("version = 2\nname = 'a'\nstyles = 'another way'", "new.toml")
        let listing = try PresetStore(folder: folder.path).listSettingAside()
        #expect(listing.problems == [.unknownVersion(path: folder.path + "/new.toml", version: 2)])
        #expect(listing.problems.first?.description.contains("update pastiche") == true)
        #expect(try folder.files == ["new.toml"])
    }

    @Test func twoFilesOfOneNameAreSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("name = 'a'", "1.toml")
        try folder.write("name = 'a'\nstrength = 0.5", "2.toml")
        let listing = try PresetStore(folder: folder.path).list()
        #expect(listing.presets == [Preset(name: "a", recipe: Recipe())])
        #expect(listing.problems == [.repeated(path: folder.path + "/2.toml", name: "a")])
        #expect(try folder.files == ["1.toml", "2.toml"])
    }

    @Test func travelsAsAFile() throws {
        let here = try TemporaryFolder()
        let there = try TemporaryFolder()
        let store = PresetStore(folder: here.path)
        let preset = Preset(name: "Blue hour", recipe: recipe)
        try store.save(preset)
        let path = there.path + "/sent.toml"
        try store.exportPreset("Blue hour", to: path)
        #expect(throws: FileError.exists(path: path)) { try store.exportPreset("Blue hour", to: path) }
        let other = PresetStore(folder: there.path + "/presets")
        try other.importPreset(path)
        #expect(try other.list().presets == [preset])
        try other.importPreset(path, named: "Dusk")
        #expect(try other.list().presets.map(\.name) == ["Blue hour", "Dusk"])
        #expect(try other.find(path) == preset)
        #expect(throws: FileError.self) { try other.importPreset(path) }
    }

    @Test(arguments: ["", "  ", "a\nb", String(repeating: "x", count: 81)]) func badNamesAreRefused(name: String) throws
    {
        let folder = try TemporaryFolder()
        #expect(throws: PresetError.badName(name)) {
            try PresetStore(folder: folder.path).save(Preset(name: name, recipe: recipe))
        }
        #expect(try folder.files == [])
    }

    @Test func aDeletedPresetComesBackToTheLastByte() throws {
        let folder = try TemporaryFolder()
        let store = PresetStore(folder: folder.path)
        let text = "# mine\nname = 'Dusk'   # for evenings\n[[styles]]\nid = 'scream'\n"
        try folder.write(text, "my own.toml")
        let deleted = try store.delete("Dusk")
        #expect(deleted.name == "Dusk")
        #expect(try folder.files == [])
        try store.restore(deleted)
        #expect(try folder.files == ["my own.toml"])
        #expect(try folder.read("my own.toml") == text)
        // Neither a preset of its name nor another file is lost by it.
        #expect(throws: FileError.self) { try store.restore(deleted) }
        try store.delete("Dusk")
        try folder.write("name = 'Other'\n", "my own.toml")
        try store.restore(deleted)
        #expect(try folder.files == ["my own-2.toml", "my own.toml"])
        #expect(try store.list().presets.map(\.name) == ["Dusk", "Other"])
    }

    @Test func nameAndSummaryCanBeChanged() throws {
        let folder = try TemporaryFolder()
        let store = PresetStore(folder: folder.path)
        try store.save(Preset(name: "Dusk", recipe: recipe))
        try store.save(Preset(name: "Dawn", recipe: recipe))
        let changed = Preset(name: "Nightfall", summary: "for harbours", recipe: recipe)
        try store.change("Dusk", to: changed)
        #expect(try store.find("Nightfall") == changed)
        #expect(try folder.files == ["dawn.toml", "dusk.toml"])
        #expect(throws: FileError.self) { try store.change("Nightfall", to: Preset(name: "Dawn", recipe: recipe)) }
        #expect(throws: PresetError.badName("")) { try store.change("Dawn", to: Preset(name: "", recipe: recipe)) }
        #expect(throws: PresetError.self) { try store.change("Dusk", to: changed) }
        #expect(try store.list().presets.map(\.name) == ["Dawn", "Nightfall"])
    }

    @Test func aFolderThatCannotBeWrittenIsOneLine() throws {
        let folder = try TemporaryFolder()
        try folder.write("no folder", "presets")
        for path in ["/presets", "/presets/below"] {
            let error = #expect(throws: FileError.self) {
                try PresetStore(folder: folder.path + path).save(Preset(name: "Dusk", recipe: recipe))
            }
            #expect(error?.description.contains("\n") == false)
        }
    }

    @Test func noFolderIsNoPresets() throws {
        #expect(try PresetStore(folder: "/nowhere/at/all").list() == .init(presets: [], problems: []))
    }
}
