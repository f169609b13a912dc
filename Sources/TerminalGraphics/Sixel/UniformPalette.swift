/// A palette that is the same for every picture: some levels each of red, green and blue, all combined.
///
/// Because it stays the same between frames nothing shimmers, and finding a pixel's colour is arithmetic.
public struct UniformPalette: Sendable, Equatable {
    /// Levels of red, green and blue, each at least 2, from 0 to full. If green and blue are 1 the palette is grey.
    public let red: Int
    public let green: Int
    public let blue: Int

    /// The number of colours; the colour of levels r, g, b has the index `(r * green + g) * blue + b`.
    public var count: Int { red * green * blue }
    public var isGrey: Bool { green == 1 }

    /// The best palette with no more than so many colours, 2...256 of them.
    ///
    /// The steps count as the eye weighs the three primaries, blue somewhat more than its part of luminance,
    /// because its steps are seen as hue.
    public init(colours: Int) {
        let limit = min(max(colours, 2), 256)
        var best = (red: limit, green: 1, blue: 1)
        var least = Double.infinity
        for red in 2...16 {
            for green in 2...16 where red * green * 2 <= limit {
                let blue = min(limit / (red * green), 16)
                let error = 0.3 / Self.square(red - 1) + 0.5 / Self.square(green - 1) + 0.2 / Self.square(blue - 1)
                if error < least {
                    least = error
                    best = (red, green, blue)
                }
            }
        }
        (red, green, blue) = best
    }

    private static func square(_ value: Int) -> Double { Double(value * value) }

    /// A colour's red, green and blue in percent, as sixel defines registers.
    package func percents(_ index: Int) -> (red: Int, green: Int, blue: Int) {
        if isGrey {
            let level = Self.percent(index, of: red)
            return (level, level, level)
        }
        return (
            Self.percent(index / (green * blue), of: red), Self.percent(index / blue % green, of: green),
            Self.percent(index % blue, of: blue)
        )
    }

    private static func percent(_ level: Int, of levels: Int) -> Int {
        (level * 200 + levels - 1) / (2 * (levels - 1))
    }
}
