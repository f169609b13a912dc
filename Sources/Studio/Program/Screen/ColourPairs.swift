import CNcurses
import TerminalGraphics

/// What ncurses has to know to draw each text style: attributes and a colour pair.
struct ColourPairs {
    struct Look {
        var attributes: attr_t
        var pair: Int16
    }

    private let theme: Theme
    private var pairs: [TextStyle.Role: Int16] = [:]
    /// The ground of plain text as SGR parameters; nil for the terminal's own.
    private(set) var background: String?
    /// Whether bold makes a colour lighter, on a ground where that takes contrast: terminals of few colours do so.
    private var boldFades = false
    /// The theme's colours themselves, where terminfo knows fewer than the terminal has.
    private var direct: DirectColours?

    /// Tells ncurses the theme's colours. Call after `newterm`.
    ///
    /// - Parameters:
    ///   - theme: `Theme.plain` for a terminal that shall show no colours.
    ///   - colours: what the terminal has, whatever terminfo says.
    init(_ theme: Theme, colours: TerminalCapabilities.ColourDepth = .truecolour) {
        self.theme = theme
        guard theme != .plain, has_colors(), start_color() == OK else { return }
        let hasDefault = use_default_colors() == OK
        let count = min(Int(ncurses_colours()), colours.rawValue)
        if colours == .truecolour && count == 256 && DirectColours.isPossible { direct = DirectColours() }
        if let ground = theme.appearance(of: TextStyle(.text)).background { paint(ground, count: count) }
        var next: Int16 = 1
        for role in TextStyle.Role.allCases where Int32(next) < ncurses_colour_pairs() {
            let appearance = theme.appearance(of: TextStyle(role))
            guard appearance.foreground != nil || appearance.background != nil else { continue }
            let foreground = appearance.foreground.map {
                direct?.number(of: $0)
                    ?? ColourIndex.nearest(to: $0, on: appearance.background, contrast: role.contrast, count: count)
            }
            let background = appearance.background.map {
                direct?.number(of: $0) ?? ColourIndex.nearest(to: $0, count: count)
            }
            guard
                init_extended_pair(
                    Int32(next), Int32(foreground ?? (hasDefault ? -1 : 7)), Int32(background ?? (hasDefault ? -1 : 0)))
                    == OK
            else { continue }
            pairs[role] = next
            next += 1
        }
    }

    /// Notes the ground of plain text.
    private mutating func paint(_ ground: Theme.Colour, count: Int) {
        if direct != nil || count >= 1 << 24 {
            background = "48;2;\(ground.red);\(ground.green);\(ground.blue)"
            return
        }
        let index = ColourIndex.nearest(to: ground, count: count)
        boldFades = count <= 16 && ColourIndex.colour(index).contrast(with: .black) > 10
        background = index < 8 ? "\(40 + index)" : index < 16 && count < 256 ? "\(92 + index)" : "48;5;\(index)"
    }

    /// Puts the theme's colours into what ncurses wrote, from `start` on.
    mutating func finish(_ bytes: inout [UInt8], from start: Int) {
        direct?.rewrite(&bytes, from: start)
    }

    /// How to draw a style.
    func look(_ style: TextStyle) -> Look {
        let appearance = theme.appearance(of: style)
        var attributes = ncurses_normal
        if appearance.isBold && !boldFades { attributes |= ncurses_bold }
        if appearance.isReversed { attributes |= ncurses_reverse }
        // Without colours dim is all there is to tell quiet text from loud.
        if pairs.isEmpty && style.role == .dim { attributes |= ncurses_dim }
        return Look(attributes: attributes, pair: pairs[style.role] ?? pairs[.text] ?? 0)
    }
}
