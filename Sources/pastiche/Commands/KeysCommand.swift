import ArgumentParser
import Files
import Studio

/// Lists what the studio's keys do.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List the studio's keys, with those of your configuration.",
        discussion: """
            The first column is the name by which [keys] in config.toml knows an action: mute = ["m", "ctrl-o"].
            """)

    @Flag(help: "Write JSON for other programs.")
    var json = false

    @Flag(help: ArgumentHelp("Write the manual's page of the keys that ship.", visibility: .hidden))
    var manual = false

    func run() throws {
        if manual { return try StandardStream.output.write(KeyManual.page(.standard)) }
        let settings = Configuration(directories: UserDirectories())
        for problem in settings.problems { StandardStream.error.tryWrite("pastiche: \(problem)\n") }
        let rows = KeyManual.rows(settings.keys)
        if json { return try writeJSON(rows) }
        var table = Table(heading: ["ACTION", "KEYS", "WHERE", "WHAT IT DOES"])
        table.rows = rows.map { [$0.action, $0.keys.joined(separator: " "), $0.place, $0.summary] }
        try StandardStream.output.write(table.text)
    }
}
