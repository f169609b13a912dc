import Studio
import StyleTransfer
import Testing

/// Whatever a preset's file holds, reading it is a preset or one line.
@Suite struct TOMLDamageTests {
    @Test(arguments: [
        "[[[", "[=", "[[=]]", "[ ", "[\t\"", "[.a]", "[[ é ]]", "a = 1\n  [(x)]", "[", "[[", "a.=1", "=1", ".=1", "'",
        "\"\"\"", "a = \"\"\"\n[(\n", "a = {.}", "a = {=}", "a = {b=1,=2}", "[a\n]", "[a]]", "[[a]", "a = [[[",
    ])
    func isSaidInOneLine(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("name = 'a'\n" + text, "a.toml")
        let error = #expect(throws: PresetError.self) { try PresetStore.read(folder.path + "/a.toml") }
        #expect(error?.description.contains("\n") == false)
    }

    @Test func bracketsInTextAreText() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "name = 'a'\nsummary = \"\"\"\n[(so)]\n[[[\n\"\"\"\n[[styles]]\n id = 'b'\n [other]\n", "a.toml")
        let preset = try PresetStore.read(folder.path + "/a.toml")
        #expect(preset.summary == "[(so)]\n[[[\n")
        #expect(preset.recipe.parts.map(\.style) == ["b"])
    }

    @Test func survivesWhateverIsWritten() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.toml"
        let recipe = Recipe(parts: [.init(style: "scream", weight: 0.6), .init(style: "kiss", weight: 1)], stroke: 320)
        try PresetStore(folder: folder.path).save(Preset(name: "a", summary: "two \"words\"", recipe: recipe))
        let text = Array(try folder.read("a.toml").unicodeScalars)
        let signs = Array("[]{}=.,\"'#\\\n\r\t -_+:e0x9é\u{FEFF}\u{85}\u{2028}a".unicodeScalars)
        var state: UInt64 = 11
        func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var read = 0
        for _ in 0..<500 {
            var changed = text
            for _ in 0..<1 + number(below: 3) {
                let place = number(below: changed.count)
                switch number(below: 3) {
                case 0: changed[place] = signs[number(below: signs.count)]
                case 1: changed.insert(signs[number(below: signs.count)], at: place)
                default: changed.removeSubrange(place..<min(changed.count, place + number(below: 9)))
                }
            }
            try folder.write(String(String.UnicodeScalarView(changed)), "a.toml")
            do {
                _ = try PresetStore.read(path)
                read += 1
            } catch let error as PresetError {
                #expect(!error.description.contains("\n"))
            }
        }
        #expect((20...480).contains(read))
    }
}
