import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// The menu over panels and dialogs: it offers what can be done there, and does it there.
@Suite struct ContextMenuTests {
    /// Keys that lead to places where characters are no text.
    static let places = [
        "a", "p", "f", "E", "?", "M", "!", "b", "b\t", "v", "|", "e\t", ":choose th\r", "pd", "wx\r!",
    ]

    private func easel(_ keys: String) throws -> Easel {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type("e")
        try easel.answerPlan()
        easel.press(.enter)
        try easel.answerPlan()
        easel.send(.troubled(message: "cannot write the file"))
        let presets = [Preset(name: "Blue hour", recipe: easel.model.recipe)]
        for character in keys {
            switch character {
            case "\t": easel.press(.tab)
            case "\r": easel.press(.enter)
            case "!" where keys.hasPrefix("w"): easel.send(.presetExists(name: "x"))
            default: easel.press(.character(character))
            }
            if character == "p" { easel.send(.presetsListed(presets, problems: [])) }
        }
        return easel
    }

    private func rows(_ easel: Easel) -> [MenuAction] {
        guard case .menu(let menu) = easel.model.dialog else { return [] }
        return easel.model.rows(of: menu)
    }

    @Test(arguments: places) func opensAndGoesBack(keys: String) throws {
        var easel = try easel(keys)
        let dialog = try #require(easel.model.dialog)
        easel.type(":")
        #expect(rows(easel).count > 3)
        #expect(easel.draw().faults == [])
        easel.press(.escape)
        #expect(easel.model.dialog == dialog)
    }

    @Test(arguments: places) func offersWhatCanBeDoneThereOnce(keys: String) throws {
        var easel = try easel(keys)
        easel.type(":")
        let rows = rows(easel)
        #expect(Set(rows.map(\.command)).count == rows.count)
        #expect(Set(rows.map(\.title)).count == rows.count, "\(rows.map(\.title))")
        #expect(rows.contains { $0.command == .help })
        #expect(!rows.contains { [.openMenu, .addStyle].contains($0.command) })
        // All of it can be had by the keys that stand beside it, too.
        #expect(rows.allSatisfy { !$0.keys.isEmpty })
    }

    @Test func choosesInTheSheetOfVariations() throws {
        var easel = try easel("v")
        let roll = easel.model.variationSettings.seed
        easel.type(":roll")
        #expect(rows(easel).first?.command == .reroll)
        easel.press(.enter)
        #expect(easel.model.variationSettings.seed == roll + 1)
        easel.type(":number 3")
        easel.press(.enter)
        guard case .variations(let variations) = easel.model.dialog else { throw Missing() }
        #expect(variations.selected == 2)
        easel.type(":pin")
        easel.press(.enter)
        #expect(easel.model.strip.moments.map(\.palette) == [easel.model.variationSheet.palettes[2]])
        easel.type(":back to")
        easel.press(.enter)
        #expect(easel.model.dialog == nil)
    }

    @Test func movesThePad() throws {
        var easel = try easel("b")
        easel.type(":corner 1")
        easel.press(.enter)
        guard case .pad(let pad) = easel.model.dialog else { throw Missing() }
        #expect((pad.x, pad.y) == (0, 0))
        #expect(easel.latest.contains { if case .paint = $0 { true } else { false } })
    }

    @Test func swapsTheSidesOfAComparison() throws {
        var easel = try easel("|")
        easel.type(":swap")
        easel.press(.enter)
        guard case .comparison(let comparison) = easel.model.dialog else { throw Missing() }
        #expect(comparison.left == .pastiche)
    }

    @Test func choosesAmongStyles() throws {
        var easel = try easel("a")
        easel.type("j")
        let style = try #require(easel.model.highlightedStyle)
        easel.type(":favour")
        #expect(easel.model.triedRecipe != nil)
        easel.press(.enter)
        #expect(easel.latest.contains(.setFavourite(style: style.id, true)))
    }

    @Test func deletesAPresetAfterTheQuestion() throws {
        var easel = try easel("p")
        easel.type(":delete")
        easel.press(.enter)
        easel.type(":yes")
        easel.press(.enter)
        #expect(easel.latest.contains(.deletePreset(name: "Blue hour")))
    }

    @Test func goesUpInTheFileBrowser() throws {
        var easel = try easel("f")
        easel.type(":folder above")
        easel.press(.enter)
        #expect(easel.latest.contains(.listFolder(path: "/home/ada")))
    }

    @Test func cancelsExports() throws {
        var easel = try easel("E")
        easel.type(":cancel all")
        easel.press(.enter)
        #expect(easel.latest.contains(.cancelExport(job: 1)))
    }

    @Test func changesTheWordOfAForm() throws {
        var easel = try easel("e\t")
        easel.type(":next word")
        easel.press(.enter)
        guard case .export(let form) = easel.model.dialog else { throw Missing() }
        #expect(form.isWholeFolder)
    }

    @Test func closesMessages() throws {
        var easel = try easel("M")
        easel.type(":close")
        easel.press(.enter)
        #expect(easel.model.dialog == nil)
    }

    @Test func aColonIsTextInTextFields() throws {
        for keys in ["w", "e", "a/", ":"] {
            var easel = try easel(keys)
            let before = easel.model.dialog
            easel.type(":")
            #expect(easel.model.dialog != before)
            easel.press(.backspace)
            #expect(easel.model.dialog == before, "\(keys)")
        }
    }

    @Test func whatIsOpenBelowHearsWhatItWaitsFor() throws {
        var easel = try Easel.furnished()
        easel.type("p:")
        easel.send(.presetsListed([Preset(name: "Blue hour", recipe: easel.model.recipe)], problems: []))
        easel.press(.escape)
        guard case .presets(let chooser) = easel.model.dialog else { throw Missing() }
        #expect(!chooser.isLoading)
        easel.press(.escape)
        easel.type("e")
        easel.press(.function(1))
        try easel.answerPlan()
        easel.press(.escape)
        guard case .export(let form) = easel.model.dialog, case .outputs = form.outlook else { throw Missing() }
    }

    @Test func thePadStaysInSightBelowTheMenu() throws {
        var easel = try easel("b")
        let corner = try #require(Layout(easel.model).pad(easel.model)?.corners.first)
        easel.type(":")
        let screen = easel.draw()
        #expect(screen.placements.contains { $0.rectangle == corner.picture })
        #expect(screen.text.contains("Pad") && screen.text.contains("Menu · Pad"))
        #expect(!screen.text.contains("Palette"))
    }

    @Test func recentActionsAreThoseOfTheEasel() throws {
        var easel = try easel("v")
        easel.type(":roll")
        easel.press(.enter)
        #expect(easel.model.memory.recentActions == [])
    }

    private struct Missing: Error {}
}
