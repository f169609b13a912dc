import ArgumentParser
import StyleTransfer

/// Removes a style of the user's.
struct StylesRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a style of your own.",
        discussion: "Its file is deleted; export the style before if it may be wanted again.")

    @OptionGroup var style: OwnStyleNameArgument

    func run() throws {
        try style.check()
        try OwnStyleStore().remove(style.name)
    }
}
