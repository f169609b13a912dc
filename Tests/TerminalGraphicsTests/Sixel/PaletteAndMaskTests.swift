import Testing

import TerminalGraphics

@Suite struct UniformPaletteTests {
    @Test(arguments: [(256, 252), (64, 64), (16, 16), (8, 8), (7, 7), (2, 2), (0, 2), (5000, 252)])
    func usesTheRegistersThatThereAre(registers: Int, count: Int) {
        let palette = UniformPalette(colours: registers)
        #expect(palette.count == count)
        #expect(palette.isGrey == (count < 8))
    }

    @Test func endsInBlackAndWhite() {
        for registers in [2, 5, 8, 16, 27, 100, 256] {
            let palette = UniformPalette(colours: registers)
            #expect(palette.percents(0) == (0, 0, 0))
            #expect(palette.percents(palette.count - 1) == (100, 100, 100))
        }
    }
}

@Suite struct DitherMaskTests {
    @Test func everyThresholdIsThereOnce() {
        let mask = DitherMask.blueNoise
        let count = mask.side * mask.side
        for thresholds in [mask.red, mask.green, mask.blue] {
            let ranks = thresholds.map { Int((($0 + 0.5) * Float(count)).rounded(.down)) }
            #expect(Set(ranks) == Set(0..<count))
        }
    }

    /// Of neighbours one is high and one is low: at a quarter of full tone few lit cells touch.
    @Test func neighboursAreUnlike() {
        let mask = DitherMask.blueNoise
        let side = mask.side
        var lit = 0
        var touching = 0
        for row in 0..<side {
            for column in 0..<side where mask.red[row * side + column] < -0.25 {
                lit += 1
                if mask.red[row * side + (column + 1) % side] < -0.25 { touching += 1 }
            }
        }
        #expect(lit == side * side / 4)
        // White noise would have a quarter of them touch.
        #expect(touching < lit / 8)
    }
}
