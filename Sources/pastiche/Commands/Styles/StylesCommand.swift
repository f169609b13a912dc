import ArgumentParser
import Files
import StyleTransfer

/// The commands about styles.
struct StylesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "styles",
        abstract: "List the styles that can be mixed; show, rename, remove, import and export your own.",
        discussion: """
            The library's styles ship with pastiche and stay as they are. Styles of your own are files, one each, \
            which can be given away. Any mix can be baked into a network of its own.
            """,
        subcommands: [
            StylesListCommand.self, StylesShowCommand.self, StylesRenameCommand.self, StylesRemoveCommand.self,
            StylesImportCommand.self, StylesExportCommand.self, StylesBakeCommand.self,
        ],
        defaultSubcommand: StylesListCommand.self)
}

/// The name of any style as an argument.
struct StyleNameArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The style's name, as 'pastiche styles' lists it.", valueName: "name"),
        completion: .custom(Completions.style))
    var name: String
}

/// The name of a style of the user's as an argument.
struct OwnStyleNameArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The name of a style of your own.", valueName: "name"),
        completion: .custom(Completions.ownStyle))
    var name: String

    /// - Throws: `OwnStyleError.shipped` if the style is the library's.
    func check() throws {
        if let style = try StyleLibrary.shipped().style(name) { throw OwnStyleError.shipped(id: style.id) }
    }
}
