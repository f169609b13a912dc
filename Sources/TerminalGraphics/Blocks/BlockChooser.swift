/// Chooses symbol and colours of a cell so that they come nearest to its parts.
struct BlockChooser: Sendable {
    let colours: TerminalCapabilities.ColourDepth
    let symbols: TerminalCapabilities.Symbols
    private let hasLightGround: Bool
    private let mask = DitherMask.blueNoise
    /// For cells of mixed colours.
    private var palette: ShadedPalette
    /// For colours of single cells, where there are no symbols.
    private var textPalette: TextPalette
    /// ASCII by the ink it takes, least first.
    private static let inks = Array(" .:-=+*#%@".utf8)

    /// - Parameter hasLightGround: whether the terminal shows dark text on a light ground.
    init(
        colours: TerminalCapabilities.ColourDepth, symbols: TerminalCapabilities.Symbols, hasLightGround: Bool
    ) {
        self.colours = colours
        self.symbols = symbols
        self.hasLightGround = hasLightGround
        palette =
            switch colours {
            case .indexed: .indexed
            case .sixteen: .sixteen
            // Of all colours none has to be mixed.
            case .monochrome, .truecolour: .plain(onLightGround: hasLightGround)
            }
        textPalette = colours == .sixteen ? .sixteen : .indexed
    }

    /// Whether a cell is seen as six parts instead of four. Mixes of few colours need the symbols of dots, which
    /// leave no room for finer ones.
    var usesSextants: Bool { symbols == .sextants && colours == .truecolour }

    /// - Parameters:
    ///   - row: the cell's place in the picture, for the dither mask.
    mutating func cell(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
        switch (colours, symbols) {
        case (.monochrome, .ascii): inked(quarters, row: row, column: column)
        case (.truecolour, _), (_, .ascii): coloured(quarters, row: row, column: column)
        case (.monochrome, _), (.sixteen, _), (.indexed, _): shaded(quarters, row: row, column: column)
        }
    }

    /// Two colours in six parts.
    func cell(_ sextants: Sextants) -> BlockCell {
        let all = sextants.sum
        var most = energy(all, count: 6) + 1e-5
        var best: UInt8 = 0
        // Of each pair of inverses the one that leaves the last part out.
        for mask in UInt8(1)..<32 {
            let painted = sextants.sum(of: mask)
            let count = Float(mask.nonzeroBitCount)
            let energy = energy(painted, count: count) + energy(all - painted, count: 6 - count)
            if energy > most {
                most = energy
                best = mask
            }
        }
        let painted = sextants.sum(of: best)
        let count = Float(best.nonzeroBitCount)
        return BlockCell(
            glyph: .sextants(best), foreground: best == 0 ? BlockCell.plain : Self.truecolour(painted / count),
            background: Self.truecolour((all - painted) / (6 - count)))
    }

    /// Two colours, freely chosen.
    private mutating func coloured(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
        let symbol = nearestSymbol(quarters)
        let means = quarters.means(of: symbol)
        return BlockCell(
            glyph: .block(symbol),
            foreground: symbol == .space
                ? BlockCell.plain : colour(means.painted, row: 2 * row, column: 2 * column),
            background: colour(means.ground, row: 2 * row + 1, column: 2 * column + 1))
    }

    /// Few colours: either the cell is divided between two of them, or they are mixed all over it, whichever is
    /// nearer to the quarters.
    private mutating func shaded(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
        let mix = palette.mix(nearest: quarters.sum / 4 + threshold(row: row, column: column) * palette.noise)
        let symbol = nearestSymbol(quarters)
        if symbol != .space {
            let means = quarters.means(of: symbol)
            let painted = palette.solid(nearest: means.painted)
            let ground = palette.solid(nearest: means.ground)
            let divided = quarters.error(of: symbol, painted: painted.colour, ground: ground.colour)
            let mixed = quarters.error(of: symbol, painted: mix.colour, ground: mix.colour)
            if divided + palette.leastGain < mixed { return palette.cell(symbol, painted: painted, ground: ground) }
        }
        return palette.cell(mix)
    }

    /// The division into two groups whose means leave the least squared error, which is the one whose means
    /// hold the most: |sum|² / count, added up over both groups.
    private func nearestSymbol(_ quarters: Quarters) -> BlockSymbol {
        if symbols == .ascii { return .space }
        let all = quarters.sum
        // One colour is kept where two would differ by less than eyes and 8 bits can tell.
        var most = energy(all, count: 4) + 1e-5
        var best = BlockSymbol.space
        for symbol in symbols == .halves ? BlockSymbol.halvings : BlockSymbol.quarterings {
            let painted = quarters.sum(of: symbol)
            let count = symbol.count
            let energy = energy(painted, count: count) + energy(all - painted, count: 4 - count)
            if energy > most {
                most = energy
                best = symbol
            }
        }
        return best
    }

    private func energy(_ sum: SIMD4<Float>, count: Float) -> Float {
        (sum * sum * primaryWeights).sum() / count
    }

    private mutating func colour(_ colour: SIMD4<Float>, row: Int, column: Int) -> BlockCell.Colour {
        switch colours {
        case .truecolour: return Self.truecolour(colour)
        case .indexed, .sixteen, .monochrome:
            // Cells are large: a little noise breaks the bands, much of it would be seen itself.
            let noise: Float = colours == .indexed ? 0.06 : 0.15
            let noisy = colour + threshold(row: row, column: column) * noise
            return UInt32(textPalette.number(nearest: noisy))
        }
    }

    private static func truecolour(_ colour: SIMD4<Float>) -> BlockCell.Colour {
        let bytes = SIMD4<UInt32>(clampedUnit(colour) * 255 + 0.5, rounding: .down)
        return bytes[0] << 16 | bytes[1] << 8 | bytes[2]
    }

    /// -0.5...0.5, the same for all primaries: so large a grain shall not change the hue.
    private func threshold(row: Int, column: Int) -> SIMD4<Float> {
        SIMD4(SIMD3(repeating: mask.red[row % mask.side * mask.side + column % mask.side]), 0)
    }

    /// Luminance by the ink of letters.
    private func inked(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
        let luminance = (clampedUnit(quarters.sum / 4) * SIMD4(0.2126, 0.7152, 0.0722, 0)).sum()
        let steps = Self.inks.count
        let ink = hasLightGround ? 1 - luminance : luminance
        let exact = ink * Float(steps - 1) + threshold(row: row, column: column)[0] * 0.6 + 0.5
        return BlockCell(
            glyph: .ascii(Self.inks[min(max(Int(exact), 0), steps - 1)]), foreground: BlockCell.plain,
            background: BlockCell.plain)
    }
}
