import ArgumentParser
import Studio

/// Deletes one preset.
struct PresetsDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "delete", abstract: "Delete a saved mix.")

    @OptionGroup var preset: PresetNameArgument

    func run() throws {
        try PresetStore().delete(preset.name)
    }
}
