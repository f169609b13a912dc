import ArgumentParser

/// The commands about saved mixes.
struct PresetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presets",
        abstract: "List, show, delete, import and export saved mixes.",
        discussion: """
            The studio saves a mix under a name; --preset paints in it. Each preset is a small TOML file, which \
            can be edited, sent and imported.
            """,
        subcommands: [
            PresetsListCommand.self, PresetsShowCommand.self, PresetsDeleteCommand.self, PresetsImportCommand.self,
            PresetsExportCommand.self,
        ],
        defaultSubcommand: PresetsListCommand.self)
}

/// The name of a preset as an argument.
struct PresetNameArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The preset's name; quote it if it has spaces.", valueName: "name"),
        completion: .custom(Completions.preset))
    var name: String
}
