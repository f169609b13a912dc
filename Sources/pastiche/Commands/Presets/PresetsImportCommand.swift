import ArgumentParser
import Studio

/// Keeps a preset that came as a file.
struct PresetsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keep a mix that came as a file.")

    @Argument(help: ArgumentHelp("The preset's file.", valueName: "file"), completion: .file(extensions: ["toml"]))
    var file: String

    @Option(help: ArgumentHelp("The name to keep it under; without it, the one in the file.", valueName: "name"))
    var name: String?

    @Flag(name: .shortAndLong, help: "Replace a preset of the same name.")
    var force = false

    func run() throws {
        try PresetStore().importPreset(file, named: name, replacing: force)
    }
}
