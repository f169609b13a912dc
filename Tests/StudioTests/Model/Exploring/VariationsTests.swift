import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct VariationsTests {
    private func sheet(_ easel: Easel) throws -> VariationSheet {
        try #require(easel.model.dialog.map { if case .variations = $0 { true } else { false } } == true)
        return easel.model.variationSheet
    }

    private func selected(_ easel: Easel) -> Int? {
        if case .variations(let variations) = easel.model.dialog { variations.selected } else { nil }
    }

    @Test func theSheetIsTheSameForTheSameMix() throws {
        var easel = try Easel.furnished()
        easel.type("v")
        let first = try sheet(easel)
        #expect(first.palettes.count == VariationSheet.count)
        #expect(first.palettes[VariationSheet.centre] == easel.model.palette)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
        easel.type("v")
        #expect(try sheet(easel) == first)
    }

    @Test(arguments: Spread.allCases) func allNineDiffer(spread: Spread) throws {
        var easel = try Easel.furnished()
        for styles in 0..<3 {
            for seed in 1...40 {
                let sheet = VariationSheet(
                    around: easel.model.palette, styles: easel.model.styles, seed: seed, spread: spread)
                #expect(
                    Set(sheet.palettes.map(\.recipe)).count == VariationSheet.count, "\(styles) fewer, seed \(seed)")
                #expect(sheet.palettes.allSatisfy { (try? $0.recipe.validate()) != nil })
            }
            easel.type("d")
        }
    }

    @Test func anEmptyPaletteGetsStylesToBeginWith() throws {
        let easel = try Easel()
        let sheet = VariationSheet(around: Palette(), styles: easel.model.styles, seed: 1, spread: .close)
        let others = sheet.palettes.enumerated().filter { $0.offset != VariationSheet.centre }.map(\.element)
        #expect(others.allSatisfy { $0.entries.count == 1 && $0.entries[0].weight == Palette.firstWeight })
    }

    @Test func whatIsMutedStaysAndIsNotBroughtIn() throws {
        var easel = try Easel.furnished()
        easel.type("m")
        let muted = easel.model.palette.entries[easel.model.focus.index]
        for seed in 1...20 {
            let sheet = VariationSheet(
                around: easel.model.palette, styles: easel.model.styles, seed: seed, spread: .wild)
            for palette in sheet.palettes {
                #expect(palette.entries.first { $0.style == muted.style } == muted)
            }
        }
    }

    @Test func whatIsLockedKeepsItsWeight() throws {
        var palette = Palette(
            Recipe(parts: ["scream", "reverie", "water-lilies"].map { .init(style: $0, weight: 0.4) }))
        palette.entries[1].isLocked = true
        for seed in 1...20 {
            let sheet = VariationSheet(around: palette, styles: try Easel.styles(), seed: seed, spread: .wild)
            #expect(sheet.palettes.allSatisfy { $0.entries[1] == palette.entries[1] })
        }
    }

    @Test func aWiderSheetLiesFurtherApart() throws {
        let easel = try Easel.furnished()
        func change(_ spread: Spread) -> Double {
            (1...20).reduce(0) { sum, seed in
                let sheet = VariationSheet(
                    around: easel.model.palette, styles: easel.model.styles, seed: seed, spread: spread)
                return sum
                    + sheet.palettes.reduce(0) { part, palette in
                        part
                            + easel.model.palette.entries.indices.reduce(0) {
                                $0 + abs(palette.share($1) - easel.model.palette.share($1))
                            }
                    }
            }
        }
        let changes = Spread.allCases.map(change)
        #expect(changes == changes.sorted())
        #expect(changes[4] > 2 * changes[0])
    }

    @Test func strokesVaryWhereStylesHaveLearntSeveral() throws {
        let palette = Palette(Recipe(parts: [.init(style: "scream", weight: 1), .init(style: "kiss", weight: 1)]))
        let styles = try Easel.styles(strokes: [256, 320, 512])
        let strokes = StrokeScale(styles, usual: 320)
        let sheet = VariationSheet(around: palette, styles: styles, strokes: strokes, seed: 3, spread: .near)
        #expect(sheet.palettes.contains { $0.stroke == 256 || $0.stroke == 512 })
        var broad = palette
        broad.stroke = 512
        let other = VariationSheet(around: broad, styles: styles, strokes: strokes, seed: 3, spread: .near)
        #expect(other.palettes.contains { $0.stroke == 256 || $0.stroke == nil })
        let plain = VariationSheet(around: palette, styles: try Easel.styles(), seed: 3, spread: .near)
        #expect(plain.palettes.allSatisfy { $0.stroke == nil })
    }

    @Test func arrowsAndDigitsLookAround() throws {
        var easel = try Easel.furnished()
        easel.type("vh")
        #expect(selected(easel) == 3)
        easel.press(.up)
        #expect(selected(easel) == 0)
        easel.press(.left)
        #expect(selected(easel) == 0)
        easel.type("9")
        #expect(selected(easel) == 8)
        easel.type("jlkl")
        #expect(selected(easel) == 5)
    }

    @Test func enterMakesAVariationTheCentre() throws {
        var easel = try Easel.furnished()
        let before = easel.model.palette
        let steps = easel.model.history.past.count
        easel.type("v1")
        let chosen = try sheet(easel).palettes[0]
        easel.press(.enter)
        #expect(easel.model.palette == chosen)
        #expect(easel.model.history.past.count == steps + 1)
        #expect(selected(easel) == VariationSheet.centre)
        let second = try sheet(easel)
        #expect(second.palettes[VariationSheet.centre] == chosen)
        #expect(second.palettes[0] != chosen)
        #expect(
            easel.latest.contains {
                if case .paint(let request) = $0 { request.recipe == chosen.recipe } else { false }
            })
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette == chosen)
        easel.type("u")
        #expect(easel.model.palette == before)
    }

    @Test func undoBringsTheSameSheetBack() throws {
        var easel = try Easel.furnished()
        easel.type("v")
        let first = try sheet(easel)
        easel.type("2")
        easel.press(.enter)
        let second = try sheet(easel)
        easel.type("u")
        #expect(try sheet(easel) == first)
        easel.press(.character("r"), control: true)
        #expect(try sheet(easel) == second)
    }

    @Test func enterOnTheCentreGoesBack() throws {
        var easel = try Easel.furnished()
        let palette = easel.model.palette
        easel.type("v")
        easel.press(.enter)
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette == palette)
    }

    @Test func whatWasThereBeforeComesBack() throws {
        var easel = try Easel.furnished()
        let before = easel.model.palette
        easel.type("v1")
        easel.press(.enter)
        easel.type("2")
        easel.press(.enter)
        let chosen = easel.model.palette
        easel.type("x")
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette == before)
        easel.type("u")
        #expect(easel.model.palette == chosen)
    }

    @Test func rollingAndSpreadingGiveOtherSheets() throws {
        var easel = try Easel.furnished()
        easel.type("v")
        let first = try sheet(easel)
        easel.type("r")
        #expect(try sheet(easel) != first)
        easel.type("+")
        #expect(easel.model.variationSettings.spread == .far)
        for _ in 0..<9 { easel.type("-") }
        #expect(easel.model.variationSettings.spread == .close)
        easel.press(.escape)
        easel.type("v")
        #expect(easel.model.variationSettings.spread == .close)
    }

    @Test func aVariationIsPinnedWhereItIsLookedAt() throws {
        var easel = try Easel.furnished()
        let palette = easel.model.palette
        easel.type("v2")
        let looked = try sheet(easel).palettes[1]
        #expect(!easel.draw().text.contains("•"))
        easel.type(".")
        #expect(easel.model.strip.moments.map(\.palette) == [looked])
        #expect(easel.model.strip.moments.first?.photograph == "/home/ada/pictures/harbour.jpg")
        #expect(easel.model.palette == palette)
        #expect(selected(easel) == 1)
        #expect(easel.draw().text.contains("• "))
        easel.type(".")
        #expect(easel.model.strip.moments.count == 1)
        #expect(easel.model.message?.text.contains("moment 1") == true)
        easel.type("5.")
        #expect(easel.model.strip.moments.map(\.palette) == [looked, palette])
        easel.press(.escape)
        easel.type("th")
        easel.press(.enter)
        #expect(easel.model.palette == looked)
    }

    @Test func strengthChangesTheMixOfTheSheet() throws {
        var easel = try Easel.furnished()
        easel.type("v1[")
        #expect(easel.model.palette.strength == 95)
        #expect(try sheet(easel).palettes[VariationSheet.centre].strength == 95)
        #expect(selected(easel) == 0)
        easel.type("u")
        #expect(easel.model.palette.strength == 100)
    }

    @Test func theMouseLooksAndChooses() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type("v")
        let chosen = try sheet(easel).palettes[6]
        let cell = Layout(easel.model).variationCells(easel.model)[6].rectangle
        easel.mouse(.press, row: cell.row, column: cell.column)
        #expect(selected(easel) == 6)
        #expect(easel.model.palette != chosen)
        easel.mouse(.press, row: cell.row + cell.height - 1, column: cell.column + cell.width - 1)
        #expect(easel.model.palette == chosen)
        easel.mouse(.scrollUp, row: cell.row, column: cell.column)
        #expect(easel.model.variationSettings.spread == .far)
    }

    @Test func withoutAPhotographThereIsAWayOn() throws {
        var easel = try Easel()
        easel.type("v")
        #expect(easel.model.dialog == nil)
        #expect(easel.model.message?.text.contains("photograph") == true)
    }
}
