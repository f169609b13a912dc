import ArgumentParser
import Files
import Studio

/// Writes a preset to a file of its own.
struct PresetsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a saved mix to a file, to be sent or kept elsewhere.")

    @OptionGroup var preset: PresetNameArgument

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file; without it, standard output.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var output: String?

    @Flag(name: .shortAndLong, help: "Replace the file if it exists.")
    var force = false

    func run() throws {
        if let output, output != "-" {
            try PresetStore().exportPreset(preset.name, to: output, replacing: force)
        } else {
            try StandardStream.output.write(PresetStore().find(preset.name).text)
        }
    }
}
