import Studio
import StyleTransfer
import Testing

/// What people write into the files of presets stays when the studio changes them.
@Suite struct PresetEditTests {
    private let folder: TemporaryFolder
    private let store: PresetStore

    init() throws {
        folder = try TemporaryFolder()
        store = PresetStore(folder: folder.path)
    }

    private static let written = """
        # For the harbour, not for portraits.
        version = 1
        name = "Blue hour" # the old name was dusk

        # Never more than this:
        strength = 0.8   # of 1.5

        # The sky.
        [[styles]]
        id = "starry-night"
        weight = 0.6 # 0.7 is too much

        [[styles]]
        weight = 0.4
        # the water
        id = 'great-wave'

        # Ideas: la-calanque for the boats

        """

    private func change(_ text: String, _ change: (inout Preset) -> Void) throws -> String {
        try folder.write(text, "blue.toml")
        var preset = try store.find("Blue hour")
        change(&preset)
        try store.change("Blue hour", to: preset)
        #expect(try store.list().presets == [preset])
        return try folder.read("blue.toml")
    }

    @Test func aNewNameChangesNothingElse() throws {
        let text = try change(Self.written) { $0.name = "Night \"at\" sea" }
        #expect(
            text == Self.written.replacing("name = \"Blue hour\" #", with: "name = 'Night \"at\" sea' #")
                || text == Self.written.replacing("name = \"Blue hour\" #", with: #"name = "Night \"at\" sea" #"#))
    }

    @Test func aSummaryComesBehindTheNameAndGoesAgain() throws {
        let text = try change(Self.written) { $0.summary = "for harbours" }
        #expect(text.contains("dusk\nsummary = "))
        #expect(text.contains("for harbours"))
        #expect(try change(text) { $0.summary = nil } == Self.written)
    }

    @Test func aKeyThatGoesLeavesItsComment() throws {
        let text = Self.written.replacing("version = 1\n", with: "version = 1\nsummary = 'x' # keep me\n")
        #expect(try change(text) { $0.summary = nil }.contains("version = 1\n# keep me\nname"))
    }

    @Test func keptColoursComeBehindTheStrengthAndGoAgain() throws {
        let text = try change(Self.written) { $0.recipe.keptColours = KeptColours(amount: 0.7, by: .overall) }
        #expect(text.contains("# of 1.5\nkeep-colours = 0.7\nkeep-colours-by = "))
        #expect(try change(text) { $0.recipe.keptColours = .none } == Self.written)
    }

    @Test func savingOverKeepsCommentsAndOrdersStyles() throws {
        try folder.write(Self.written, "blue.toml")
        var preset = try store.find("Blue hour")
        preset.recipe.strength = 1.25
        preset.recipe.parts = [
            .init(style: "great-wave", weight: 0.5), .init(style: "scream", weight: 0.2),
            .init(style: "starry-night", weight: 0.3),
        ]
        try store.save(preset, replacing: true)
        #expect(try store.list().presets == [preset])
        let text = try folder.read("blue.toml")
        for comment in [
            "# For the harbour", "# the old name", "# Never more", "strength = 1.25   # of 1.5",
            "# The sky.\n[[styles]]\nid = \"starry-night\"\nweight = 0.3 # 0.7 is too much", "# the water",
            "# Ideas: la-calanque for the boats",
        ] {
            #expect(text.contains(comment), "\(comment)\n\(text)")
        }
        #expect(text.hasSuffix("for the boats\n"))
    }

    @Test func aStyleThatGoesTakesItsCommentsAlong() throws {
        let text = try change(Self.written) { $0.recipe.parts.removeFirst() }
        #expect(!text.contains("sky") && text.contains("# the water") && text.contains("# Ideas"))
    }

    @Test func aMissingStrengthOrWeightIsAdded() throws {
        let text = """
            name = "Blue hour"
            # one style
            [[styles]]
            id = "scream" # alone
            """
        let changed = try change(text) {
            $0.recipe.strength = 0.5
            $0.recipe.parts[0].weight = 0.75
        }
        #expect(
            changed == """
                name = "Blue hour"
                strength = 0.5
                # one style
                [[styles]]
                id = "scream" # alone
                weight = 0.75
                """)
    }

    @Test func endsOfLinesStayAsTheyAre() throws {
        let text = Self.written.replacing("\n", with: "\r\n")
        let changed = try change(text) { $0.name = "Dusk" }
        #expect(changed == text.replacing("\"Blue hour\"", with: "\"Dusk\"") || changed.contains("'Dusk'"))
        #expect(!changed.replacing("\r\n", with: "").contains("\n"))
    }

    /// Layouts that the change does not follow are written anew, with nothing lost but comments.
    @Test(arguments: [
        "name = \"Blue hour\"\nstyles = [{ id = \"scream\", weight = 0.5 }] # inline\n",
        "name = \"\"\"Blue hour\"\"\"\n[[styles]]\nid = \"scream\"\n",
        "name = \"Blue hour\"\nsummary = \"\"\"\n[[styles]]\n\"\"\"\n[[styles]]\nid = \"scream\"\n",
        "strength = 1.0\n\"name\" = \"Blue hour\"\n[notes]\na = 1\n[[styles]]\nid = \"scream\"\n",
    ]) func unusualLayoutsAreRead(text: String) throws {
        _ = try change(text) {
            $0.name = "Dusk"
            $0.summary = "one line"
            $0.recipe.parts.append(.init(style: "great-wave", weight: 0.25))
        }
    }

    @Test func keysOfOthersStay() throws {
        let text = Self.written + "[notes]\nby = \"ada\"\n"
        #expect(try change(text) { $0.recipe.parts[1].weight = 1 }.hasSuffix("[notes]\nby = \"ada\"\n"))
    }
}
