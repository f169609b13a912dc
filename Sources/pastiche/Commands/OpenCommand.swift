import ArgumentParser
import Studio
import StyleTransfer

/// Opens the studio where a painting left it.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open the studio where a painting left it: photograph, styles and sliders.",
        discussion: """
            A painting says in its file how it was painted, unless --no-recipe left that out. The photograph is looked \
            for where it was and beside the painting; if it is in neither place, the studio asks for one. To paint over \
            the painting itself, open it as a photograph: pastiche painting.png
            """)

    @Argument(help: ArgumentHelp("The painting, PNG or JPEG.", valueName: "painting"), completion: .photograph)
    var painting: String

    @OptionGroup var settings: StudioSettings

    func run() throws {
        let library = try StyleLibrary.installed()
        guard let restored = try RestoredPainting(path: painting) else {
            throw PaintingRecordError.missing(path: painting)
        }
        try settings.open(photograph: nil, painting: restored, library: library)
    }
}
