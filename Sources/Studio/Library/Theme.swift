import Files

/// How each role of text looks.
public struct Theme: Sendable, Equatable {
    /// A colour, 8 bits a channel, sRGB.
    public struct Colour: Sendable, Equatable {
        public var red: UInt8
        public var green: UInt8
        public var blue: UInt8

        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// Reads `#rrggbb`.
        public init?(_ text: String) {
            let digits = text.utf8.dropFirst()
            guard text.first == "#", digits.count == 6, text.dropFirst().allSatisfy(\.isHexDigit),
                let value = UInt32(text.dropFirst(), radix: 16)
            else { return nil }
            red = UInt8(value >> 16)
            green = UInt8(value >> 8 & 0xFF)
            blue = UInt8(value & 0xFF)
        }
    }

    /// Colours and weight of one role; no colour is the terminal's own.
    public struct Appearance: Sendable, Equatable {
        public var foreground: Colour?
        public var background: Colour?
        public var isBold = false
        public var isReversed = false

        public init(
            foreground: Colour? = nil, background: Colour? = nil, isBold: Bool = false, isReversed: Bool = false
        ) {
            self.foreground = foreground
            self.background = background
            self.isBold = isBold
            self.isReversed = isReversed
        }
    }

    /// How the theme is called in the configuration: the file's name without its ending.
    public var name: String
    public var summary: String
    /// Roles that the file leaves out look like `.text`.
    public var appearances: [TextStyle.Role: Appearance]

    public init(name: String, summary: String = "", appearances: [TextStyle.Role: Appearance]) {
        self.name = name
        self.summary = summary
        self.appearances = appearances
    }

    /// How a style looks; the style's own bold and reverse add to the theme's.
    public func appearance(of style: TextStyle) -> Appearance {
        var appearance = appearances[style.role] ?? appearances[.text] ?? Appearance()
        if style.isBold { appearance.isBold = true }
        if style.isReversed { appearance.isReversed.toggle() }
        return appearance
    }

    /// The terminal's own colours with bold and reverse: what is left without colours (`NO_COLOR`).
    public static let plain = Theme(
        name: "plain", summary: "The terminal's own two colours",
        appearances: [
            .title: Appearance(isBold: true), .accent: Appearance(isBold: true), .key: Appearance(isBold: true),
            .selection: Appearance(isReversed: true), .warning: Appearance(isBold: true),
            .error: Appearance(isBold: true),
        ])
}
