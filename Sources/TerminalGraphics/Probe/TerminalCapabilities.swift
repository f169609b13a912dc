/// What a terminal can show, as far as it said.
public struct TerminalCapabilities: Sendable, Equatable {
    /// How a picture gets onto the terminal, best first.
    public enum Graphics: String, Sendable, CaseIterable {
        /// PNG and JPEG files in the stream of text, as iTerm2 began it.
        case iterm2
        /// kitty's graphics protocol.
        case kitty
        case sixel
        /// Text cells with symbols and colours.
        case blocks
    }

    /// How many colours text cells can have.
    public enum ColourDepth: Int, Sendable, Comparable {
        case monochrome = 1
        case sixteen = 16
        case indexed = 256
        case truecolour = 16_777_216

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The characters from which pictures of blocks can be made.
    public enum Symbols: String, Sendable, CaseIterable {
        /// No more than ASCII: coloured spaces, or letters by their darkness.
        case ascii
        /// Upper and lower half blocks, full block and shades, as in the PC's old character set.
        case halves
        /// Quarter blocks too.
        case quadrants
        /// Sixths of a cell too, which are newer (Unicode 13) and in few fonts.
        case sextants
    }

    /// A size in pixels or cells.
    public struct Size: Sendable, Equatable {
        public var width: Int
        public var height: Int
        public init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    public var graphics: Graphics = .blocks
    /// Every way that the terminal has, best first; the one in use may be another, if the user asks for it.
    public var available: [Graphics] = [.blocks]
    /// What is known of this terminal that the program has to mind.
    public var quirks: [TerminalQuirk] = []
    public var colours: ColourDepth = .indexed
    public var symbols: Symbols = .quadrants
    /// The pixels of one cell; never zero.
    public var cell = Size(width: 10, height: 20)
    /// Sixel colour registers, at least 2.
    public var sixelRegisters = 256
    /// The largest sixel picture in pixels, if the terminal told.
    public var sixelLimit: Size?
    /// Whether the terminal holds back drawing between `CSI ? 2026 h` and `l`.
    public var synchronisedOutput = false
    /// How kitty's commands reach the terminal.
    public var kittyPassage = KittyPassage.direct
    /// Whether the terminal shows dark text on a light ground, as far as it said.
    public var hasLightGround = false
    /// What the terminal calls itself (XTVERSION), made printable.
    public var name: String?

    public init() {}
}
