import ArgumentParser
import StyleTransfer

/// Keeps a style that came as a file.
struct StylesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keep a style that came as a file.")

    @Argument(
        help: ArgumentHelp("The style's file.", valueName: "file"),
        completion: .file(extensions: ["pastiche-style"]))
    var file: String

    @Option(help: ArgumentHelp("The name to keep it under; without it, the one in the file.", valueName: "name"))
    var name: String?

    @Flag(name: .shortAndLong, help: "Replace a style of your own of the same name.")
    var force = false

    func run() throws {
        var style = try OwnStyle.read(path: file)
        if let name { style.id = name }
        let library = try StyleLibrary.shipped()
        try library.checkOwnName(style.id)
        try library.checkNetwork(of: style, path: file)
        try OwnStyleStore().save(style, replacing: force)
    }
}
