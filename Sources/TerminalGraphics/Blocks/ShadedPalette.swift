/// What terminals with few colours can mix: two of them in one cell, by symbols of fine dots.
struct ShadedPalette: Sendable {
    /// One colour, or two in a cell.
    struct Mix: Sendable {
        var foreground: BlockCell.Colour
        var background: BlockCell.Colour
        /// Quarters of the cell in the foreground colour, 0 to 4.
        var quarters: UInt8
        /// How it looks from afar, sRGB.
        var colour: SIMD4<Float>
        /// How much it looks like a pattern instead.
        var roughness: Float

        var isSolid: Bool { quarters == 0 || quarters == 4 }
    }

    let mixes: [Mix]
    /// How much noise goes before the choice, about the distance between neighbours.
    let noise: Float
    /// By how much the division of a cell has to be better than a mix, so that even tones stay even.
    let leastGain: Float
    private var nearest: ColourTable
    private var nearestSolid: ColourTable

    init(_ mixes: [Mix], noise: Float, leastGain: Float) {
        self.noise = noise
        self.leastGain = leastGain
        self.mixes = mixes
        nearest = Self.table(mixes) { _ in true }
        nearestSolid = Self.table(mixes) { $0.isSolid }
    }

    /// The best mix for red, green and blue in 0...1.
    mutating func mix(nearest colour: SIMD4<Float>) -> Mix { mixes[Int(nearest.number(nearest: colour))] }

    /// The best of those that need no dots.
    mutating func solid(nearest colour: SIMD4<Float>) -> Mix { mixes[Int(nearestSolid.number(nearest: colour))] }

    /// The cell that shows a mix all over.
    func cell(_ mix: Mix) -> BlockCell {
        switch mix.quarters {
        case 0: BlockCell(glyph: .block(.space), foreground: BlockCell.plain, background: mix.background)
        case 4: BlockCell(glyph: .block(.full), foreground: mix.foreground, background: mix.background)
        default: BlockCell(glyph: .shade(mix.quarters), foreground: mix.foreground, background: mix.background)
        }
    }

    /// The cell that is divided between two solid mixes.
    func cell(_ symbol: BlockSymbol, painted: Mix, ground: Mix) -> BlockCell {
        guard painted.foreground == BlockCell.plain else {
            return BlockCell(
                glyph: .block(symbol), foreground: painted.foreground, background: ground.foreground)
        }
        let lit = (painted.quarters == 4 ? symbol.quarters : 0) | (ground.quarters == 4 ? symbol.inverse.quarters : 0)
        return BlockCell(
            glyph: .block(BlockSymbol(quarters: lit)), foreground: BlockCell.plain, background: BlockCell.plain)
    }

    private static func table(_ mixes: [Mix], where isAllowed: (Mix) -> Bool) -> ColourTable {
        ColourTable(
            mixes.enumerated().filter { isAllowed($0.element) }.map {
                (number: UInt16($0.offset), place: oklab($0.element.colour), penalty: $0.element.roughness)
            })
    }
}
