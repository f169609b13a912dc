import Files

extension StudioSettings {
    /// Reads what the user set, and what the studio remembers.
    ///
    /// - Throws: what a theme named on the command line throws; other mistakes become lines in `problems`.
    init(reading options: StudioOptions) throws {
        self.init()
        let configuration = Configuration(directories: options.directories)
        let library = ThemeLibrary(directories: options.directories)
        let listing = library.all()
        keys = configuration.keys
        themes = listing.themes
        problems = configuration.problems
        problems += listing.problems.map(message(of:)) + options.library.problems.map(message(of:))
        configuredTheme = configuration.theme
        memory = StudioMemory(path: options.directories.memory)
        logPath = options.directories.log
        showsTour = options.environment["PASTICHE_TOUR"] != "off"
        if let name = options.theme {
            theme = try library.theme(named: name).name
        } else if let name = memory.theme(configured: configuredTheme) {
            if themes.contains(where: { $0.name == name }) {
                theme = name
            } else {
                problems.append(message(of: ThemeError.unknown(name: name, known: library.names)))
            }
        }
    }

    /// The theme in use; the terminal's own colours if it cannot be had.
    var currentTheme: Theme { themes.first { $0.name == theme } ?? .plain }
}
