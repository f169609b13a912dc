import ArgumentParser
import Studio

/// Shows one preset.
struct PresetsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a saved mix as its file has it.")

    @OptionGroup var preset: PresetNameArgument

    func run() throws {
        try StandardStream.output.write(PresetStore().find(preset.name).text)
    }
}
