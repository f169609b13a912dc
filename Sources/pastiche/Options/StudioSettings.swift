import ArgumentParser
import Files
import Foundation
import Photographs
import Studio
import StyleTransfer
import TerminalGraphics

/// How the studio looks and works, for every command that opens it.
struct StudioSettings: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How pictures are shown: auto is the best that the terminal says it has.", valueName: "graphics"))
    var graphics: TerminalPreferences.Graphics?

    @Option(
        help: ArgumentHelp("The colours of the studio.", valueName: "theme"), completion: .custom(Completions.theme))
    var theme: String?

    @OptionGroup var cores: ThreadsOption

    /// Opens the studio and waits for its end.
    ///
    /// - Parameters:
    ///   - photograph: its path.
    ///   - painting: the painting that is continued instead.
    func open(
        photograph: String?, painting: RestoredPainting? = nil, recipe: Recipe = Recipe(), preset: Preset? = nil,
        library: StyleLibrary
    ) throws {
        let status = try StudioProgram.run(
            StudioOptions(
                photograph: photograph, painting: painting, recipe: recipe, preset: preset, graphics: graphics,
                theme: theme, library: library, directories: UserDirectories(), threads: cores.threads,
                shippedPhotographs: Photographs.folder, environment: ProcessInfo.processInfo.environment))
        if status != .success { throw ExitCode(status.rawValue) }
    }
}

extension TerminalPreferences.Graphics: ExpressibleByArgument {}
