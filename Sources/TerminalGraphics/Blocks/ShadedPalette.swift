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
    /// The best mix by red, green, blue in 5 bits each.
    private let nearest: [UInt16]
    private let nearestSolid: [UInt16]

    static let sixteen: ShadedPalette = {
        let colours = (0..<16).map { (BlockCell.Colour($0), TextPalette.colour(UInt8($0))) }
        var mixes = colours.map { Mix(foreground: $0.0, background: $0.0, quarters: 0, colour: $0.1, roughness: 0) }
        for (index, ground) in colours.enumerated() {
            for other in colours[(index + 1)...] {
                mixes += (1...3).map { Self.mix(other, on: ground, quarters: $0) }
            }
        }
        return ShadedPalette(mixes, noise: 0.08)
    }()

    /// The terminal's own foreground on its own background, taken to be light on dark.
    static let plain: ShadedPalette = {
        let ground = (BlockCell.plain, SIMD4<Float>.zero)
        let light = (BlockCell.plain, SIMD4<Float>(0.9, 0.9, 0.9, 0))
        return ShadedPalette(
            (0...4).map { quarters in
                var mix = Self.mix(light, on: ground, quarters: quarters)
                mix.roughness = 0  // There is nothing smoother to choose.
                return mix
            }, noise: 0.3)
    }()

    private init(_ mixes: [Mix], noise: Float) {
        self.noise = noise
        self.mixes = mixes
        nearest = Self.table(mixes) { _ in true }
        nearestSolid = Self.table(mixes) { $0.isSolid }
    }

    /// The best mix for red, green and blue in 0...1.
    func mix(nearest colour: SIMD4<Float>) -> Mix { mixes[Int(nearest[ColourTable.index(of: colour)])] }

    /// The best of those that need no dots.
    func solid(nearest colour: SIMD4<Float>) -> Mix { mixes[Int(nearestSolid[ColourTable.index(of: colour)])] }

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

    private static func table(_ mixes: [Mix], where isAllowed: (Mix) -> Bool) -> [UInt16] {
        let candidates = mixes.enumerated().filter { isAllowed($0.element) }.map {
            (number: UInt16($0.offset), place: oklab($0.element.colour), penalty: $0.element.roughness)
        }
        return ColourTable.numbers(candidates)
    }

    /// Dots mix as light does.
    private static func mix(
        _ colour: (BlockCell.Colour, SIMD4<Float>), on ground: (BlockCell.Colour, SIMD4<Float>), quarters: Int
    ) -> Mix {
        let share = Float(quarters) / 4
        let contrast = oklab(colour.1) - oklab(ground.1)
        return Mix(
            foreground: colour.0, background: ground.0, quarters: UInt8(quarters),
            colour: encoded(linear(colour.1) * share + linear(ground.1) * (1 - share)),
            roughness: (contrast * contrast).sum() * share * (1 - share) * 0.06)
    }
}
