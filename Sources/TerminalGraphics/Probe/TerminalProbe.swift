/// Finds out what a terminal can show: which questions to send, and what the answers and the environment mean.
///
/// Answers may come late, in any order, or never: `capabilities` is always the best that is known. After the
/// start, answers that come among the keys go to `absorb` as well.
public struct TerminalProbe: Sendable {
    /// The private mode of synchronised output.
    static let synchronisedOutputMode = 2026
    /// The most for a terminal that drops sixel pictures of more than a megabyte; at the worst a pixel takes a byte.
    static let tmuxLimit = TerminalCapabilities.Size(width: 1100, height: 900)

    /// The answers that came, the newest of each kind.
    private struct Answers: Sendable {
        var attributes: [Int]?
        var cell: TerminalCapabilities.Size?
        var window: TerminalCapabilities.Size?
        var sixelRegisters: Int?
        var sixelLimit: TerminalCapabilities.Size?
        var synchronisedOutput = false
        var kittyGraphics = false
        var isReady = false
        var hasLightGround = false
        var name: String?
    }

    private let environment: TerminalEnvironment
    private let preferences: TerminalPreferences
    private let tmux: TmuxClient?
    private var geometry: TerminalGeometry?
    private var answers = Answers()

    /// - Parameters:
    ///   - environment: the process environment.
    ///   - preferences: what the user asked for; goes before everything.
    ///   - geometry: the size that the terminal's driver reports.
    ///   - tmux: what tmux says of the terminal around it, if this runs within tmux.
    public init(
        environment: [String: String], preferences: TerminalPreferences = TerminalPreferences(),
        geometry: TerminalGeometry? = nil, tmux: TmuxClient? = nil
    ) {
        self.tmux = tmux
        self.environment = TerminalEnvironment(environment)
        self.preferences = preferences
        self.geometry = geometry
    }

    /// The questions as one piece, the one that every terminal answers (DA1) last; empty where the terminal
    /// would not understand them.
    public var questions: [UInt8] {
        guard environment.canBeAsked else { return [] }
        var text = "\u{1B}[>q"
        if !environment.has(.asksNoMode) { text += "\u{1B}[?\(Self.synchronisedOutputMode)$p" }
        // Whether a picture of one pixel could be shown.
        if !environment.has(.asksNoKitty) { text += "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" }
        // The largest picture is asked for after the present one: xterm's present limit is only its window.
        return Array((text + "\u{1B}]11;?\u{1B}\\\u{1B}[?1;1;0S\u{1B}[?2;1;0S\u{1B}[?2;4;0S").utf8) + sizeQuestions
            + Array("\u{1B}[5n\u{1B}[c".utf8)
    }

    /// The questions about sizes alone, for a window or a font that has changed.
    public var sizeQuestions: [UInt8] {
        environment.canBeAsked ? Array("\u{1B}[14t\u{1B}[16t".utf8) : []
    }

    /// How long to wait for the last answer at most, in milliseconds: longer over a network.
    public var patience: Int { environment.isRemote ? 3000 : 1000 }

    /// Whether nothing more is to come: the answer to the last question is there, or nothing was asked.
    public var isComplete: Bool { answers.attributes != nil || !environment.canBeAsked }

    /// Whether the terminal tells when it has come as far as a question (DSR).
    public var reportsProgress: Bool { answers.isReady }

    /// Takes an answer into account, whenever it comes.
    public mutating func absorb(_ reply: TerminalReply) {
        switch reply {
        case .primaryAttributes(let attributes): answers.attributes = attributes
        case .cellSize(let size): answers.cell = size.asCell ?? answers.cell
        case .windowSize(let size): answers.window = size
        case .sixelRegisters(let count): answers.sixelRegisters = count
        case .sixelLimit(let size): answers.sixelLimit = size
        case .mode(Self.synchronisedOutputMode, let isKnown): answers.synchronisedOutput = isKnown
        case .kittyGraphics(let isKnown): answers.kittyGraphics = isKnown
        case .version(let name): answers.name = name
        case .ready: answers.isReady = true
        case .ground(let isLight): answers.hasLightGround = isLight
        case .mode, .other: break
        }
    }

    /// Takes a new size into account. The pixels that the terminal itself told may be out of date after that:
    /// they are forgotten until it answers `sizeQuestions`, if the driver knows them.
    public mutating func resize(to geometry: TerminalGeometry) {
        self.geometry = geometry
        answers.window = nil
        if geometry.cell != nil { answers.cell = nil }
    }

    /// What is known now.
    public var capabilities: TerminalCapabilities {
        var capabilities = TerminalCapabilities()
        capabilities.available = available
        capabilities.graphics = preferences.graphics.kind ?? available.first ?? .blocks
        capabilities.quirks = environment.quirks(name: answers.name)
        capabilities.colours = preferences.colours ?? colours
        capabilities.symbols = symbols
        capabilities.kittyPassage = environment.isTmux ? .tmux : .direct
        capabilities.hasLightGround = answers.hasLightGround
        capabilities.cell = cell ?? capabilities.cell
        capabilities.sixelRegisters = max(answers.sixelRegisters ?? capabilities.sixelRegisters, 2)
        capabilities.sixelLimit = sixelLimit
        capabilities.synchronisedOutput = answers.synchronisedOutput
        capabilities.name = answers.name
        return capabilities
    }

    private var available: [TerminalCapabilities.Graphics] {
        TerminalCapabilities.Graphics.allCases.filter { graphics in
            switch graphics {
            case .iterm2: environment.has(.sendsFiles, name: answers.name)
            case .kitty:
                answers.kittyGraphics && !environment.has(.avoidsKitty, name: answers.name)
                    || tmux?.showsPlaceholders == true
            case .sixel: answers.attributes?.contains(4) == true
            case .blocks: true
            }
        }
    }

    /// Within tmux it is the terminal around it that draws.
    private var symbols: TerminalCapabilities.Symbols {
        let symbols = environment.symbols
        let isFine = environment.has(.drawsSextants, name: tmux?.terminal ?? answers.name)
        return symbols == .quadrants && isFine ? .sextants : symbols
    }

    /// A terminal that names itself may be better than its TERM says, and what tmux knows of it counts within tmux;
    /// but `NO_COLOR` stands.
    private var colours: TerminalCapabilities.ColourDepth {
        let colours = environment.colours
        guard colours > .monochrome else { return colours }
        if let tmux { return tmux.hasTruecolour ? .truecolour : min(colours, .indexed) }
        guard colours < .truecolour, let name = answers.name else { return colours }
        return environment.has(.usesTruecolour, name: name) ? .truecolour : colours
    }

    /// Where the terminal and its driver differ the smaller wins, so that a picture never leaves its cells.
    private var cell: TerminalCapabilities.Size? {
        let told = answers.cell ?? cellOfWindow
        guard let told, let driven = geometry?.cell else { return told ?? geometry?.cell }
        return TerminalCapabilities.Size(
            width: min(told.width, driven.width), height: min(told.height, driven.height))
    }

    private var cellOfWindow: TerminalCapabilities.Size? {
        guard let window = answers.window, let cells = geometry?.cells else { return nil }
        return TerminalCapabilities.Size(width: window.width / cells.width, height: window.height / cells.height)
            .asCell
    }

    private var sixelLimit: TerminalCapabilities.Size? {
        guard environment.has(.limitsSixel) else { return answers.sixelLimit }
        let told = answers.sixelLimit ?? Self.tmuxLimit
        return TerminalCapabilities.Size(
            width: min(told.width, Self.tmuxLimit.width), height: min(told.height, Self.tmuxLimit.height))
    }
}
