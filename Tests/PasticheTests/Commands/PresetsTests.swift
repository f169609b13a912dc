import Foundation
import Imaging
import Testing

/// `pastiche presets`, in a home of its own.
@Suite struct PresetsTests {
    private let folder: TemporaryFolder
    private let evening = """
        version = 1
        name = "evening"
        summary = "for harbours"
        strength = 0.8

        [[styles]]
        id = "starry-night"
        weight = 0.6

        [[styles]]
        id = "great-wave"
        weight = 0.4

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(evening.utf8, to: "sent.toml")
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["presets"] + arguments, in: folder)
    }

    @Test func aPresetGoesThereAndBack() throws {
        #expect(try run("import", "sent.toml").status == 0)
        let list = try run("list")
        #expect(list.text.contains("starry-night=0.6,great-wave=0.4"))
        #expect(list.text.contains("for harbours"))
        let shown = try run("show", "evening")
        #expect(shown.status == 0)
        #expect(try run("export", "evening", "-o", "copy.toml").status == 0)
        #expect(shown.output == Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("copy.toml")))))
        #expect(try run("export", "evening").output == shown.output)

        #expect(try run("delete", "evening").status == 0)
        #expect(try run("list").text.isEmpty)
        #expect(try run("import", "copy.toml").status == 0)
        #expect(try run("show", "evening").output == shown.output)
    }

    @Test func theJSONHasTheRecipe() throws {
        struct Entry: Decodable {
            struct Style: Decodable, Equatable {
                let id: String
                let weight: Double
            }
            let name, summary: String
            let strength: Double
            let styles: [Style]
        }
        #expect(try run("import", "sent.toml").status == 0)
        let entries = try JSONDecoder().decode([Entry].self, from: Data(run("list", "--json").output))
        let entry = try #require(entries.first)
        #expect(entries.count == 1)
        #expect(entry.name == "evening" && entry.summary == "for harbours" && entry.strength == 0.8)
        #expect(entry.styles == [.init(id: "starry-night", weight: 0.6), .init(id: "great-wave", weight: 0.4)])
    }

    @Test func aPresetPaintsWhatItsMixPaints() throws {
        try ShippedPhotograph.small(in: folder)
        #expect(try run("import", "sent.toml").status == 0)
        let commands = [
            ["render", "photo.png", "-o", "name.png", "--preset", "evening"],
            ["render", "photo.png", "-o", "file.png", "--preset", "./sent.toml"],
            ["render", "photo.png", "-o", "mix.png", "--mix", "starry-night=0.6,great-wave=0.4", "--strength", "0.8"],
            ["render", "photo.png", "-o", "strong.png", "--preset", "evening", "--strength", "1"],
        ]
        for command in commands {
            let outcome = try BuiltProgram.run(command, in: folder)
            #expect(outcome.status == 0, "\(outcome.error)")
        }
        let mix = try Picture.read(path: folder.path("mix.png"))
        #expect(try Picture.read(path: folder.path("name.png")) == mix)
        #expect(try Picture.read(path: folder.path("file.png")) == mix)
        #expect(try Picture.read(path: folder.path("strong.png")) != mix)
    }

    @Test func namesAreGivenAndTaken() throws {
        #expect(try run("import", "sent.toml").status == 0)
        let again = try run("import", "sent.toml")
        #expect(again.status == 73)
        #expect(again.error.hasPrefix("pastiche: will not overwrite "))
        #expect(again.error.contains("--force"))
        #expect(try run("import", "sent.toml", "--force").status == 0)
        #expect(try run("import", "sent.toml", "--name", "late evening").status == 0)
        let lines = try run("list").text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.contains { $0.hasPrefix("late evening ") })
    }

    @Test func anExportKeepsAnExistingFile() throws {
        #expect(try run("import", "sent.toml").status == 0)
        try folder.write("mine".utf8, to: "mine.toml")
        #expect(try run("export", "evening", "-o", "mine.toml").status == 73)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("mine.toml"))) == Data("mine".utf8))
        #expect(try run("export", "evening", "-o", "mine.toml", "--force").status == 0)
    }

    @Test(arguments: ["show", "delete", "export"])
    func anUnknownNameIsAnError(_ command: String) throws {
        let outcome = try run(command, "nowhere")
        #expect(outcome.status == 66)
        #expect(outcome.error == "pastiche: there is no preset 'nowhere'; none was saved yet\n")
    }

    @Test func aBrokenFileIsReportedAndTheOthersListed() throws {
        #expect(try run("import", "sent.toml").status == 0)
        try folder.write("name = [".utf8, to: ".data/pastiche/presets/broken.toml")
        let outcome = try run("list")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("evening"))
        #expect(outcome.error.hasPrefix("pastiche: cannot use the preset "))
        #expect(outcome.error.split(separator: "\n").count == 1)
    }
}
