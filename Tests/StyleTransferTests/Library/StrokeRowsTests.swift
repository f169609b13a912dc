import Testing

import StyleTransfer

@Suite struct StrokeRowsTests {
    private let rows = [
        Style.Row(stroke: 400, row: 7), Style.Row(stroke: 100, row: 3), Style.Row(stroke: 200, row: 5),
    ]

    @Test(arguments: [
        (Float(100), 3), (200, 5), (400, 7),
        // Beyond what was learnt, the nearest.
        (16, 3), (4000, 7),
    ])
    func takesOneRowWhereOneIsRight(stroke: Float, row: Int) {
        let found = StrokeRows(rows, stroke: stroke)
        #expect(found.smaller == row)
        #expect(found.share == 0)
    }

    @Test func mixesTheTwoNeighboursByTheLogarithm() {
        let found = StrokeRows(rows, stroke: 200 * Float(2).squareRoot())
        #expect(found.smaller == 5)
        #expect(found.larger == 7)
        #expect(abs(found.share - 0.5) < 1e-6)
    }

    @Test func oneRowServesEverySize() {
        for stroke: Float in [16, 320, 4096] {
            #expect(StrokeRows([Style.Row(stroke: 320, row: 4)], stroke: stroke).smaller == 4)
        }
    }
}
