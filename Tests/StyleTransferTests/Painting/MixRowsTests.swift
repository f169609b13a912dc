import StyleTransfer
import Testing

@Suite struct MixRowsTests {
    private func rows(_ recipe: Recipe) throws -> [Int: Float] {
        let temporary = try TemporaryLibrary(catalogue: TemporaryLibrary.catalogue())
        var rows: [(row: Int, weight: Float)] = [(5, 5)]
        try StyleLibrary.read(folder: temporary.folder).mixRows(of: recipe, into: &rows)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.row, $0.weight) })
    }

    private func near(_ left: [Int: Float], _ right: [Int: Float]) -> Bool {
        left.keys == right.keys && left.allSatisfy { abs($0.value - right[$0.key, default: 0]) < 1e-6 }
    }

    @Test func strengthSharesBetweenOriginalAndMix() throws {
        #expect(near(try rows(Recipe("two", strength: 0.25)), [11: 0.75, 2: 0.25]))
        #expect(near(try rows(Recipe("two", strength: 1)), [2: 1]))
        #expect(near(try rows(Recipe("two", strength: 1.5)), [11: -0.5, 2: 1.5]))
        #expect(near(try rows(Recipe("two", strength: 0)), [11: 1]))
        #expect(near(try rows(Recipe("two=0")), [11: 1]))
    }

    @Test func aStyleOfSeveralStrokesSharesItsWeight() throws {
        // The catalogue's own stroke, 320, lies between the 200 and the 400 of this style.
        let share = Float(0.678_071_9)
        #expect(near(try rows(Recipe("one=1,two=3")), [0: 0.25 * (1 - share), 1: 0.25 * share, 2: 0.75]))
        var large = try Recipe("one=1,two=3")
        large.stroke = 1000
        #expect(near(try rows(large), [1: 0.25, 2: 0.75]))
    }
}
