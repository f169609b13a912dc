import ArgumentParser
import Imaging
import StyleTransfer

/// Shows one style.
struct StylesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what is known about a style.",
        discussion: "With --swatch, writes the picture that shows what the style looks like.")

    @OptionGroup var style: StyleNameArgument

    @Option(
        help: ArgumentHelp("Write the style's swatch to a file, as PNG.", valueName: "file"),
        completion: .file(extensions: ["png"]))
    var swatch: String?

    @Flag(name: .shortAndLong, help: "Replace the file if it exists.")
    var force = false

    func run() throws {
        let library = try StyleLibrary.installed()
        let style = try library.requireStyle(self.style.name)
        if let swatch {
            try library.swatch(of: style).write(to: swatch, as: .png(bitDepth: 8), replacingExisting: force)
        }
        let lines = [
            ("title", style.title), ("artist", style.artist), ("year", style.year), ("medium", style.medium),
            ("licence", style.licence), ("strokes", style.rows.map { "\($0.stroke)" }.joined(separator: ", ") + " px"),
        ]
        let known = lines.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
        try StandardStream.output.write(
            TwoColumns(sections: [TwoColumns.Section(title: style.id, lines: known)]).text)
    }
}
