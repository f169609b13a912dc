import ArgumentParser

/// The root of the commands: without a subcommand it opens the studio.
struct Pastiche: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pastiche",
        abstract: "An easel in the terminal: paint a photograph in a mix of painters' styles.",
        usage: """
            pastiche [<photo>] [--mix <mix>] [--preset <preset>]
            pastiche open <painting>
            pastiche render <photo> ... --output <path> (--mix <mix> | --preset <preset> | --like <painting>)
            pastiche paint <photo> --output <path> --style <picture> ...
            pastiche <subcommand>
            """,
        discussion: """
            Without a subcommand, pastiche opens the studio on a photograph, or on one that ships with it. \
            A photograph that is called like a subcommand is opened as ./render or after two hyphens.

            Examples:
              pastiche holiday.jpg
              pastiche holiday.jpg --mix "starry-night=0.6,great-wave=0.4"
              pastiche render holiday.jpg -o painting.png --mix starry-night
              pastiche render *.jpg -o paintings --preset evening
              pastiche paint holiday.jpg -o painting.png --style tapestry.jpg
              pastiche open painting.png
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Painting",
                subcommands: [StudioCommand.self, OpenCommand.self, RenderCommand.self, PaintCommand.self]),
            CommandGroup(name: "Library", subcommands: [StylesCommand.self, PresetsCommand.self]),
            CommandGroup(name: "System", subcommands: [KeysCommand.self, DoctorCommand.self, BenchmarkCommand.self]),
        ],
        defaultSubcommand: StudioCommand.self)

    /// The version of the program, by semantic versioning.
    static let version = "0.1.0"
}
