import ArgumentParser
import StyleTransfer

/// Opens the studio; what `pastiche` does when it is told nothing else.
struct StudioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studio",
        abstract: "Open the studio: mix styles with sliders and watch the picture repaint.",
        discussion: """
            Press ? in the studio for its keys.

            The environment variables PASTICHE_GRAPHICS (auto, iterm2, kitty, sixel, blocks) and \
            PASTICHE_COLOURS (truecolour, 256, 16, mono) say what the terminal can show where it does not say so itself.
            """)

    @Argument(
        help: ArgumentHelp(
            "The photograph, PNG or JPEG; without one, a photograph that ships with pastiche.", valueName: "photo"),
        completion: .photograph)
    var photograph: String?

    @OptionGroup(title: "Mix")
    var mix: MixOptions

    @OptionGroup var settings: StudioSettings

    func run() throws {
        let library = try StyleLibrary.installed()
        let chosen = try mix.read(library: library)
        try settings.open(
            photograph: photograph ?? DefaultPhotograph.path(), recipe: chosen?.recipe ?? Recipe(),
            preset: chosen?.preset, library: library)
    }
}
