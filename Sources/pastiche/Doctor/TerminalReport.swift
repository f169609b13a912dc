import Files
import Foundation
import TerminalGraphics

/// What the terminal said of itself and what follows from it.
struct TerminalReport: Encodable {
    struct Size: Encodable {
        let width: Int
        let height: Int

        init(_ size: TerminalCapabilities.Size) {
            width = size.width
            height = size.height
        }
    }

    /// False where standard input or output leads elsewhere; nothing was asked then.
    let isTerminal: Bool
    /// Whether the terminal answered the questions in time.
    let answers: Bool
    let name: String?
    /// The window in cells and in pixels.
    let cells: Size?
    let pixels: Size?
    /// The pixels of a cell.
    let cell: Size
    /// Whether the terminal says that it shows sixel pictures.
    let sixel: Bool
    let sixelRegisters: Int
    let sixelLimit: Size?
    /// Every way in which pictures can be shown here, best first.
    let pictures: [String]
    /// What is done differently because of the terminal, each with its reason.
    let quirks: [String]
    /// How the studio will show pictures, and why.
    let graphics: String
    let graphicsReason: String
    let colours: Int
    let symbols: String
    let synchronisedOutput: Bool

    /// Asks the terminal; takes up to a few seconds with one that never answers.
    ///
    /// - Throws: `TerminalError` for an environment variable with an unknown value.
    init(environment: [String: String]) throws {
        let preferences = try TerminalPreferences(environment: environment)
        let geometry = TerminalGeometry(descriptor: STDOUT_FILENO)
        isTerminal = isatty(STDIN_FILENO) == 1 && StandardStream.output.isTerminal
        // Asked without preferences: what was found is told apart from what was chosen.
        let tmux = TmuxClient.ask(environment: environment)
        var probe = TerminalProbe(environment: environment, geometry: geometry, tmux: tmux)
        let canBeAsked = !probe.questions.isEmpty
        if isTerminal {
            probe = try probe.ask(input: STDIN_FILENO, output: STDOUT_FILENO, settingRawMode: true).probe
        }
        answers = isTerminal && canBeAsked && probe.isComplete
        let found = probe.capabilities
        name = found.name
        cells = geometry.map { Size($0.cells) }
        pixels = geometry?.pixels.map(Size.init)
        cell = Size(found.cell)
        sixel = found.available.contains(.sixel)
        pictures = found.available.map(\.rawValue)
        quirks = found.quirks.map { "\($0.effect.rawValue): \($0.reason)" }
        sixelRegisters = found.sixelRegisters
        sixelLimit = found.sixelLimit.map(Size.init)
        colours = (preferences.colours ?? found.colours).rawValue
        symbols = found.symbols.rawValue
        synchronisedOutput = found.synchronisedOutput

        let speaker = (environment["TMUX"] ?? "").isEmpty ? "the terminal" : "tmux"
        graphics = preferences.graphics == .auto ? found.graphics.rawValue : preferences.graphics.rawValue
        graphicsReason =
            if preferences.graphics != .auto {
                "PASTICHE_GRAPHICS asks for it"
            } else if found.graphics == .iterm2 {
                "\(speaker) is known to take pictures as files"
            } else if found.graphics == .kitty {
                found.kittyPassage == .tmux
                    ? "tmux passes them on, and the terminal around it knows the placeholders of kitty's protocol"
                    : "\(speaker) says that it shows pictures by kitty's protocol"
            } else if found.graphics == .sixel {
                "\(speaker) says that it shows sixel pictures"
            } else if !isTerminal {
                "there is no terminal to ask"
            } else if answers {
                "\(speaker) does not say that it shows pictures"
            } else if canBeAsked {
                "\(speaker) did not answer in time"
            } else {
                "a terminal like this one is not asked"
            }
    }
}
