import ArgumentParser
import StyleTransfer

/// Gives a style of the user's another name.
struct StylesRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a style of your own another name.",
        discussion: "Presets and paintings know a style by its name: those that use the old one no longer find it.")

    @OptionGroup var style: OwnStyleNameArgument

    @Argument(help: ArgumentHelp("The new name: a-z, 0-9 and hyphens.", valueName: "new-name"))
    var newName: String

    func run() throws {
        try style.check()
        try StyleLibrary.shipped().checkOwnName(newName)
        try OwnStyleStore().rename(style.name, to: newName)
    }
}
