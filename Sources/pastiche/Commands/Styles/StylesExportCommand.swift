import ArgumentParser
import Files
import StyleTransfer

/// Writes a style of the user's to a file of its own.
struct StylesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a style of your own to a file, to be given away or kept.",
        discussion: "The file holds the picture that the style was learnt from, too.")

    @OptionGroup var style: OwnStyleNameArgument

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file; without it, the style's name with the ending \(OwnStyle.fileEnding) in this folder.",
            valueName: "file"),
        completion: .file(extensions: ["pastiche-style"]))
    var output: String?

    @Flag(name: .shortAndLong, help: "Replace the file if it exists.")
    var force = false

    func run() throws {
        try style.check()
        let bytes = try OwnStyleStore().find(style.name).encoded()
        if output == "-" {
            try StandardStream.output.write(bytes)
        } else {
            try writeAtomically(
                bytes, to: output ?? style.name + OwnStyle.fileEnding, replacingExisting: force)
        }
    }
}
