import ArgumentParser
import Files
import Imaging
import StyleTransfer

/// Lists the styles at hand.
struct StylesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the styles that can be mixed, your own last.",
        discussion: """
            The first column is the name by which --mix and presets know a style. A file of your own styles that \
            cannot be used is reported on standard error and stays as it is.
            """)

    @Flag(help: "Write JSON for other programs.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Paint every style's swatch into a folder.", valueName: "folder", visibility: .hidden),
        completion: .directory)
    var paintSwatches: String?

    func run() throws {
        if let folder = paintSwatches { return try writeSwatches(of: .shipped(), into: folder) }
        let library = try StyleLibrary.installed()
        if json {
            try writeJSON(library.styles.map(Entry.init))
        } else {
            try StandardStream.output.write(table(library.styles).text)
        }
        for problem in library.problems { report(problem) }
    }

    private func table(_ styles: [Style]) -> Table {
        var table = Table(heading: ["STYLE", "TITLE", "ARTIST", "YEAR", "MEDIUM"])
        table.rows = styles.map { [$0.id, $0.title, $0.artist, $0.year, $0.medium] }
        return table
    }

    private func writeSwatches(of library: StyleLibrary, into folder: String) throws {
        let photograph = try Picture.read(path: DefaultPhotograph.path())
        try library.paintSwatches(from: photograph, into: folder) { path in
            StandardStream.error.tryWrite("\(printable(path))\n")
        }
    }

    /// A style as other programs see it; these keys stay.
    private struct Entry: Encodable {
        let id: String
        let title: String
        let artist: String
        let year: String
        let medium: String
        let licence: String
        let own: Bool

        init(_ style: Style) {
            id = style.id
            title = style.title
            artist = style.artist
            year = style.year
            medium = style.medium
            licence = style.licence
            own = style.isOwn
        }
    }
}
