/// What the user wants shown, whatever the terminal says of itself.
public struct TerminalPreferences: Sendable, Equatable {
    /// How pictures are shown: as the terminal can (`auto`), or in one way.
    public enum Graphics: String, Sendable, CaseIterable {
        case auto, iterm2, kitty, sixel, blocks

        /// The one way; nil to find out.
        public var kind: TerminalCapabilities.Graphics? { TerminalCapabilities.Graphics(rawValue: rawValue) }
    }

    public var graphics: Graphics
    /// The colours of text and blocks; nil to find out.
    public var colours: TerminalCapabilities.ColourDepth?

    public init(graphics: Graphics = .auto, colours: TerminalCapabilities.ColourDepth? = nil) {
        self.graphics = graphics
        self.colours = colours
    }

    /// The preferences in `PASTICHE_GRAPHICS` and `PASTICHE_COLOURS`; an empty variable is none.
    ///
    /// - Parameter graphics: the choice on the command line, which goes before the environment.
    public init(environment: [String: String], graphics: Graphics? = nil) throws(TerminalError) {
        let fromEnvironment = try Self.choice(
            "PASTICHE_GRAPHICS", in: environment, among: Graphics.allCases.map { ($0.rawValue, $0) })
        self.graphics = graphics ?? fromEnvironment ?? .auto
        colours = try Self.choice(
            "PASTICHE_COLOURS", in: environment,
            among: [("truecolour", .truecolour), ("256", .indexed), ("16", .sixteen), ("mono", .monochrome)])
    }

    private static func choice<Value>(
        _ name: String, in environment: [String: String], among values: [(name: String, value: Value)]
    ) throws(TerminalError) -> Value? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        guard let found = values.first(where: { $0.name == text }) else {
            throw .unknownSetting(name: name, value: text, allowed: values.map(\.name))
        }
        return found.value
    }
}
