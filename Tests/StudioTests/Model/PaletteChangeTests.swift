import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct PaletteChangeTests {
    @Test func entriesChangePlacesByKey() throws {
        var easel = try Easel.furnished()
        easel.type("K")
        #expect(easel.model.palette.entries.map(\.style) == ["starry-night", "scream", "great-wave"])
        #expect(easel.model.focus.index == 1)
        easel.type("KK")
        #expect(easel.model.palette.entries.map(\.style) == ["scream", "starry-night", "great-wave"])
        #expect(easel.model.focus.index == 0)
        easel.type("J")
        #expect(easel.model.palette.entries.map(\.style) == ["starry-night", "scream", "great-wave"])
        easel.type("uuu")
        #expect(easel.model.palette.entries.map(\.style) == ["starry-night", "great-wave", "scream"])
    }

    @Test func theMouseCarriesAnEntryByItsTitle() throws {
        var easel = try Easel.furnished()
        let steps = easel.model.history.past.count
        let places = Layout(easel.model).entries(easel.model).map(\.rectangle)
        easel.mouse(.press, row: places[0].row, column: places[0].column + 3)
        easel.mouse(.drag, row: places[1].row + 1, column: 60)
        #expect(easel.model.palette.entries.map(\.style) == ["starry-night", "great-wave", "scream"])
        easel.mouse(.drag, row: places[1].row + 1, column: 4)
        easel.mouse(.drag, row: places[2].row, column: 4)
        #expect(easel.model.palette.entries.map(\.style) == ["great-wave", "scream", "starry-night"])
        #expect(easel.model.focus.index == 2)
        easel.mouse(.release, row: places[2].row, column: 4)
        easel.mouse(.drag, row: places[0].row, column: 4)
        #expect(easel.model.palette.entries.map(\.style) == ["great-wave", "scream", "starry-night"])
        #expect(easel.model.history.past.count == steps + 1)
        easel.type("u")
        #expect(easel.model.palette.entries.map(\.style) == ["starry-night", "great-wave", "scream"])
    }

    @Test func aLockHoldsAgainstSpreadingAndChance() throws {
        var easel = try Easel.furnished()
        easel.type("9gk1k3")
        #expect(easel.model.palette.entries.map(\.weight) == [30, 10, 90])
        #expect(easel.model.palette.entries.map(\.isLocked) == [false, false, true])
        easel.type("~")
        #expect(easel.model.palette.entries.map(\.weight) == [20, 20, 90])
        easel.type("r")
        #expect(easel.model.palette.entries[2].weight == 90)
        #expect(easel.model.palette.entries.map(\.weight) != [20, 20, 90])
        easel.type("u")
        #expect(easel.model.palette.entries.map(\.weight) == [20, 20, 90])
        // The hand moves what is locked.
        easel.type("jjx")
        #expect(easel.model.palette.entries[2].weight == 100)
        let lock = Layout(easel.model).entries(easel.model)[2].lock
        easel.mouse(.press, row: lock.row, column: lock.column)
        #expect(!easel.model.palette.entries[2].isLocked)
    }

    @Test func whatIsNotHeardKeepsItsWeight() throws {
        var easel = try Easel.furnished()
        easel.type("7mk2")
        easel.type("~")
        #expect(easel.model.palette.entries.map(\.weight) == [35, 35, 70])
        easel.type("k0j0~")
        #expect(easel.model.palette.entries.map(\.weight) == [50, 50, 70])
    }

    @Test func saysWhenNothingIsFree() throws {
        var easel = try Easel.furnished()
        easel.type("gkgkg")
        let before = easel.model
        for key in ["~", "r"] {
            easel.type(key)
            #expect(easel.model.palette == before.palette)
            #expect(easel.model.history.past == before.history.past)
            #expect(easel.model.message?.text.contains("locked") == true)
        }
        var empty = try Easel()
        empty.press(.escape)
        empty.type("r")
        #expect(empty.model.message?.text.contains("palette is empty") == true)
    }

    @Test func chanceIsTheSeeds() throws {
        func weights(seed: UInt64) throws -> [[Int]] {
            var palette = Palette()
            palette.entries = ["a", "b", "c", "d"].map { .init(style: $0, weight: 10) }
            var generator = SeededGenerator(seed: seed)
            return (0..<200).map { _ in
                palette.randomise(using: &generator)
                return palette.entries.map(\.weight)
            }
        }
        let all = try weights(seed: 7)
        #expect(try weights(seed: 7) == all)
        #expect(try weights(seed: 8) != all)
        #expect(Set(all).count == all.count)
        #expect(all.joined().allSatisfy(Palette.weightRange.contains))
        #expect(all.allSatisfy { ($0.max() ?? 0) >= 25 })
        // No slider is preferred: each is the largest about as often.
        for index in 0..<4 {
            let times = all.filter { $0[index] == $0.max() }.count
            #expect((25...80).contains(times), "\(index) leads \(times) times of 200")
        }
    }

    @Test func theNextChanceIsAnother() throws {
        var easel = try Easel.furnished()
        easel.type("r")
        let first = easel.model.palette
        easel.type("ur")
        #expect(easel.model.palette != first)
        easel.type("u")
        #expect(easel.model.palette.entries.map(\.weight) == [50, 50, 50])
    }
}
