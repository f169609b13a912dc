import ArgumentParser
import Files
import Foundation
import Photographs
import Studio
import StyleTransfer
import TerminalGraphics

/// Opens the studio; what `pastiche` does when it is told nothing else.
struct StudioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studio",
        abstract: "Open the studio: mix styles with sliders and watch the picture repaint.",
        discussion: """
            Press ? in the studio for its keys.

            The environment variables PASTICHE_GRAPHICS (auto, sixel, blocks) and PASTICHE_COLOURS \
            (truecolour, 256, 16, mono) say what the terminal can show where it does not say so itself.
            """)

    @Argument(
        help: ArgumentHelp(
            "The photograph, PNG or JPEG; without one, a photograph that ships with pastiche.", valueName: "photo"),
        completion: .photograph)
    var photograph: String?

    @OptionGroup(title: "Mix")
    var mix: MixOptions

    @Option(help: ArgumentHelp("How pictures are shown.", valueName: "graphics"))
    var graphics: TerminalPreferences.Graphics?

    @Option(
        help: ArgumentHelp("The colours of the studio.", valueName: "theme"), completion: .custom(Completions.theme))
    var theme: String?

    @OptionGroup var cores: ThreadsOption

    func run() throws {
        let library = try StyleLibrary.shipped()
        let chosen = try mix.read(library: library)
        let status = try StudioProgram.run(
            StudioOptions(
                photograph: photograph ?? DefaultPhotograph.path(),
                recipe: chosen?.recipe ?? Recipe(), preset: chosen?.preset, graphics: graphics, theme: theme,
                library: library, directories: UserDirectories(), threads: cores.threads,
                shippedPhotographs: Photographs.folder,
                environment: ProcessInfo.processInfo.environment))
        if status != .success { throw ExitCode(status.rawValue) }
    }
}

extension TerminalPreferences.Graphics: ExpressibleByArgument {}
