/// Chooses symbol and colours of a cell so that they come nearest to its four quarters.
struct BlockChooser: Sendable {
    let colours: TerminalCapabilities.ColourDepth
    let symbols: TerminalCapabilities.Symbols
    private let mask = DitherMask.blueNoise
    /// ASCII by the ink it takes, least first.
    private static let inks = Array(" .:-=+*#%@".utf8)

    /// - Parameters:
    ///   - row: the cell's place in the picture, for the dither mask.
    func cell(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
        switch (colours, symbols) {
        case (.monochrome, .ascii): inked(quarters, row: row, column: column)
        case (.monochrome, _): shaded(quarters, palette: .plain, row: row, column: column)
        case (.sixteen, .halves), (.sixteen, .quadrants):
            shaded(quarters, palette: .sixteen, row: row, column: column)
        default: coloured(quarters, row: row, column: column)
        }
    }

    /// Two colours, freely chosen.
    private func coloured(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
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
    private func shaded(_ quarters: Quarters, palette: ShadedPalette, row: Int, column: Int) -> BlockCell {
        let mix = palette.mix(nearest: quarters.sum / 4 + threshold(row: row, column: column) * palette.noise)
        let symbol = nearestSymbol(quarters)
        if symbol != .space {
            let means = quarters.means(of: symbol)
            let painted = palette.solid(nearest: means.painted)
            let ground = palette.solid(nearest: means.ground)
            let divided = quarters.error(of: symbol, painted: painted.colour, ground: ground.colour)
            let mixed = quarters.error(of: symbol, painted: mix.colour, ground: mix.colour)
            if divided + Self.leastGain < mixed { return palette.cell(symbol, painted: painted, ground: ground) }
        }
        return palette.cell(mix)
    }

    /// A division of the cell has to be better by so much than a mix, so that even tones stay even.
    private static let leastGain: Float = 0.01

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

    private func colour(_ colour: SIMD4<Float>, row: Int, column: Int) -> BlockCell.Colour {
        switch colours {
        case .truecolour:
            let bytes = SIMD4<UInt32>(clampedUnit(colour) * 255 + 0.5, rounding: .down)
            return bytes[0] << 16 | bytes[1] << 8 | bytes[2]
        case .indexed:
            // Cells are large: a little noise breaks the bands, much of it would be seen itself.
            let noisy = colour + threshold(row: row, column: column) * 0.06
            return UInt32(TextPalette.indexed.number(nearest: noisy))
        case .sixteen, .monochrome:
            let noisy = colour + threshold(row: row, column: column) * 0.15
            return UInt32(TextPalette.sixteen.number(nearest: noisy))
        }
    }

    /// -0.5...0.5, the same for all primaries: so large a grain shall not change the hue.
    private func threshold(row: Int, column: Int) -> SIMD4<Float> {
        SIMD4(SIMD3(repeating: mask.red[row % mask.side * mask.side + column % mask.side]), 0)
    }

    /// Luminance by the ink of letters, light on a dark ground.
    private func inked(_ quarters: Quarters, row: Int, column: Int) -> BlockCell {
        let luminance = (clampedUnit(quarters.sum / 4) * SIMD4(0.2126, 0.7152, 0.0722, 0)).sum()
        let steps = Self.inks.count
        let exact = luminance * Float(steps - 1) + threshold(row: row, column: column)[0] * 0.6 + 0.5
        return BlockCell(
            glyph: .ascii(Self.inks[min(max(Int(exact), 0), steps - 1)]), foreground: BlockCell.plain,
            background: BlockCell.plain)
    }
}
