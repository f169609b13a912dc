/// The palettes of terminals.
extension ShadedPalette {
    private typealias Solid = (number: BlockCell.Colour, colour: SIMD4<Float>)

    /// All pairs of sixteen colours.
    static let sixteen: ShadedPalette = {
        let colours = (0..<16).map { solid(UInt8($0)) }
        var mixes = colours.map(mix)
        for (index, ground) in colours.enumerated() {
            for other in colours[(index + 1)...] { mixes += mixed(other, on: ground) }
        }
        return ShadedPalette(mixes, noise: 0.04, leastGain: 0.01)
    }()

    /// Of 256 colours those pairs that lie side by side; others would be seen as dots. The first 16 are left out,
    /// because users choose those themselves.
    static let indexed: ShadedPalette = {
        var mixes = (16...255).map { mix(solid(UInt8($0))) }
        for cube in 0..<216 {
            let (red, green, blue) = (cube / 36, cube / 6 % 6, cube % 6)
            for other in (cube + 1)..<216 {
                let steps = [other / 36 - red, other / 6 % 6 - green, other % 6 - blue]
                if steps.allSatisfy({ abs($0) <= 1 }) {
                    mixes += mixed(solid(UInt8(16 + other)), on: solid(UInt8(16 + cube)))
                }
            }
        }
        for grey in UInt8(232)...255 {
            let level = solid(grey).colour[0]
            if grey > 232 { mixes += mixed(solid(grey), on: solid(grey - 1)) }
            // The corners of the cube around it.
            let above = (0..<6).first { TextPalette.colour(UInt8(16 + $0))[2] >= level } ?? 5
            let steps = [max(above - 1, 0), above]
            for red in steps {
                for green in steps {
                    for blue in steps where red != green || green != blue {
                        mixes += mixed(solid(grey), on: solid(UInt8(16 + 36 * red + 6 * green + blue)))
                    }
                }
            }
        }
        return ShadedPalette(mixes, noise: 0.02, leastGain: 0.004)
    }()

    /// The terminal's own foreground on its own background.
    static func plain(onLightGround isLight: Bool) -> ShadedPalette {
        let (paper, ink): (Float, Float) = isLight ? (0.95, 0.05) : (0, 0.9)
        func colour(_ tone: Float) -> Solid { (BlockCell.plain, SIMD4(tone, tone, tone, 0)) }
        let mixes = (0...4).map { quarters in
            var mix = mix(colour(ink), on: colour(paper), quarters: quarters)
            mix.roughness = 0  // There is nothing smoother to choose.
            return mix
        }
        return ShadedPalette(mixes, noise: 0.2, leastGain: 0.01)
    }

    private static func solid(_ number: UInt8) -> Solid {
        (BlockCell.Colour(number), TextPalette.colour(number))
    }

    private static func mix(_ solid: Solid) -> Mix {
        Mix(foreground: solid.number, background: solid.number, quarters: 0, colour: solid.colour, roughness: 0)
    }

    private static func mixed(_ solid: Solid, on ground: Solid) -> [Mix] {
        (1...3).map { mix(solid, on: ground, quarters: $0) }
    }

    /// Dots mix as light does.
    private static func mix(_ solid: Solid, on ground: Solid, quarters: Int) -> Mix {
        let share = Float(quarters) / 4
        let contrast = oklab(solid.colour) - oklab(ground.colour)
        return Mix(
            foreground: solid.number, background: ground.number, quarters: UInt8(quarters),
            colour: encoded(linear(solid.colour) * share + linear(ground.colour) * (1 - share)),
            roughness: (contrast * contrast).sum() * share * (1 - share) * 0.06)
    }
}
