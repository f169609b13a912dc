/// Something that a terminal does in a way of its own, so that the program has to as well.
public struct TerminalQuirk: Sendable, Equatable {
    /// A terminal, as far as it can be told.
    enum Terminal: Sendable, Equatable {
        /// By the environment, before anything is asked.
        case dumb, linuxConsole, gnuScreen, tmux, apple
        /// By the beginning of the name that it gives itself (XTVERSION) or signs the environment with, in small
        /// letters.
        case named(String)
    }

    /// What the program does differently.
    public enum Effect: String, Sendable, CaseIterable {
        case asksNothing = "asks nothing"
        case asksNoMode = "does not ask about held frames"
        case asksNoKitty = "does not ask about kitty graphics"
        case limitsSixel = "keeps sixel pictures small"
        case avoidsKitty = "shows no pictures by kitty's protocol unless told to"
        case sendsFiles = "sends pictures as inline files"
        case avoidsTruecolour = "believes in 256 colours at most"
        case usesTruecolour = "uses 16 million colours whatever TERM says"
        case drawsSextants = "makes pictures of blocks finer, of sixths of a cell"
    }

    let terminal: Terminal
    public let effect: Effect
    public let reason: String

    private init(_ terminal: Terminal, _ effect: Effect, _ reason: String) {
        self.terminal = terminal
        self.effect = effect
        self.reason = reason
    }

    static let all: [TerminalQuirk] =
        [
            .init(.dumb, .asksNothing, "it shows questions as text"),
            .init(.linuxConsole, .asksNothing, "it has text and sixteen colours, and no name to tell"),
            .init(.gnuScreen, .asksNothing, "it answers for itself and passes no pictures on"),
            .init(
                .gnuScreen, .avoidsTruecolour,
                "before version 5 it garbles such colours, and it inherits COLORTERM from the terminal around it"),
            .init(.apple, .asksNoMode, "it shows the last letter of that question"),
            .init(.apple, .asksNoKitty, "it is not known to pass over application commands in silence"),
            .init(
                .tmux, .asksNoKitty,
                "it takes the question for the title of its pane; what it passes on it says by a command of its own"),
            .init(.tmux, .limitsSixel, "it drops pictures of more than a megabyte"),
            .init(.named("iterm2"), .sendsFiles, "its own way takes JPEG, which is a fraction of the bytes of sixel"),
            .init(.named("wezterm"), .sendsFiles, "it knows iTerm2's way, and kitty's only if it is configured to"),
            .init(.named("konsole"), .avoidsKitty, "it answers for a part of the protocol, and its sixel is whole"),
        ]
        + [
            "xterm(", "foot", "wezterm", "kitty", "ghostty", "contour", "iterm2", "mlterm", "mintty", "konsole", "vte",
            "rio",
        ].map {
            .init(.named($0), .usesTruecolour, "a version that tells its name has them, and TERM is often plain xterm")
        }
        + ["foot", "wezterm", "kitty", "ghostty", "contour", "iterm2", "konsole"].map {
            .init(.named($0), .drawsSextants, "it draws them itself, whatever its font has")
        }
}
