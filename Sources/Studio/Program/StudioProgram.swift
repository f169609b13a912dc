import Files
import Foundation
import Logging
import StyleTransfer
import TerminalGraphics

/// The interactive program.
public enum StudioProgram {
    /// Opens the studio on the controlling terminal and runs it to its end; the terminal is then as it was.
    ///
    /// A signal that asks the program to end is obeyed: everything is put in order, and the process ends by
    /// that signal, so that whoever sent it sees what became of it.
    /// - Throws: before the terminal is touched `StudioError` where there is no usable terminal, `FileError` for
    ///   a photograph that cannot be read, and what a broken theme throws; later whatever made going on
    ///   impossible.
    public static func run(_ options: StudioOptions) throws -> ExitStatus {
        let log = StudioLog.logger(directories: options.directories, environment: options.environment)
        do {
            switch try open(options, log: log) {
            case .quit: return .success
            case .signal(let number): SignalRescue.end(by: number)
            }
        } catch {
            log.error("the studio ended", metadata: ["error": "\(message(of: error))"])
            throw error
        }
    }

    private static func open(_ options: StudioOptions, log: Logger) throws -> StudioLoop.Ending {
        let preferences = try TerminalPreferences(environment: options.environment, graphics: options.graphics)
        let settings = try StudioSettings(reading: options)
        let precision = try options.library.livePrecision(environment: options.environment)
        if let path = options.photograph { try check(path) }
        try options.library.prepare(precision)

        let device = try TerminalDevice()
        let screen = try NcursesScreen(terminal: Terminfo.name(environment: options.environment))
        let session = try TerminalSession(
            device, alternateScreen: (Terminfo.string("smcup"), Terminfo.string("rmcup")))
        let geometry = session.geometry
        screen.resize(to: geometry.cells)
        try session.enter()

        // Asked in raw mode and on the alternate screen: what a terminal does not understand is wiped at once.
        let probe = TerminalProbe(
            environment: options.environment, preferences: preferences, geometry: geometry,
            tmux: TmuxClient.ask(environment: options.environment))
        let parser = TerminalInputParser(keySequences: TerminfoKeys.sequences)
        let outcome = try probe.ask(input: session.descriptor, output: session.descriptor, parser: parser)
        let capabilities = outcome.probe.capabilities
        screen.use(settings.currentTheme, colours: capabilities.colours)
        log.info(
            "opened",
            metadata: [
                "terminal": "\(capabilities)", "answered": "\(outcome.isComplete)",
                "precision": "\(precision.rawValue)",
            ])

        let services = try StudioServices(
            library: options.library, directories: options.directories, threads: options.threads,
            precision: precision)
        defer {
            session.leave()
            services.stop()
        }
        var model = StudioModel(
            styles: options.library.styles, strokes: options.library.strokes, window: geometry.cells,
            capabilities: capabilities,
            settings: settings, folder: workingFolder, shippedPhotographs: options.shippedPhotographs,
            seed: .random(in: .min ... .max))
        var effects: [Effect]
        if let painting = options.painting {
            effects = model.start(restoring: painting)
        } else {
            model.lay(options.recipe, from: options.preset)
            effects = model.start(photograph: options.photograph)
        }
        model.time = .now
        effects += model.greet() + model.keepSession()
        log.record(model.messages, after: 0)
        let loop = StudioLoop(
            model: model, session: session, screen: screen,
            input: TerminalReader(descriptor: session.descriptor, outcome), services: services, log: log)
        return try loop.run(effects)
    }

    /// Absolute. A folder can be deleted while somebody works in it; then home is the place.
    private static var workingFolder: String {
        let folder = FileManager.default.currentDirectoryPath
        return folder.isEmpty ? NSHomeDirectory() : folder
    }

    /// A photograph named on the command line that is not there is better said there.
    private static func check(_ path: String) throws(FileError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .cannotRead(path: path, code: ENOENT)
        }
        guard !isFolder.boolValue else { throw .notAFile(path: path) }
        guard access(path, R_OK) == 0 else { throw .cannotRead(path: path, code: errno) }
    }
}
