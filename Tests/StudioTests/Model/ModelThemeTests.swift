import Studio
import TerminalGraphics
import Testing

@Suite struct ModelThemeTests {
    private func themes(_ easel: Easel) -> [String] {
        easel.latest.compactMap { if case .useTheme(let theme) = $0 { theme.name } else { nil } }
    }

    private func remembered(_ easel: Easel) -> StudioMemory? {
        for case .remember(let memory) in easel.latest { return memory }
        return nil
    }

    @Test func aKeyGoesThroughTheThemesAndRemembers() throws {
        var easel = try Easel.furnished()
        easel.type("T")
        #expect(themes(easel) == ["gesso"])
        #expect(remembered(easel)?.theme == "gesso")
        #expect(easel.model.message?.text == "Theme gesso: Light: a primed canvas")
        easel.type("T")
        #expect(themes(easel) == ["umber"])
    }

    @Test func theSelectedThemeIsShownAtOnceAndKeptByEnter() throws {
        var easel = try Easel.furnished()
        easel.type(":choose th")
        easel.press(.enter)
        #expect(themes(easel) == [])
        easel.press(.up)
        #expect(themes(easel) == ["gesso"])
        #expect(easel.model.theme == "umber")
        easel.press(.enter)
        #expect(themes(easel) == [])
        #expect(easel.model.theme == "gesso")
        #expect(remembered(easel)?.theme == "gesso")
    }

    @Test func escapeBringsTheOldThemeBack() throws {
        var easel = try Easel.furnished()
        easel.type(":choose th")
        easel.press(.enter)
        easel.effects = []
        easel.type("/primed")
        easel.press(.enter)
        easel.press(.escape)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
        let shown = easel.effects.compactMap { if case .useTheme(let theme) = $0 { theme.name } else { nil } }
        #expect(shown.contains("gesso") && shown.last == "umber")
        #expect(easel.model.theme == "umber")
    }

    @Test func theMouseTriesThemes() throws {
        var easel = try Easel.furnished()
        easel.type(":choose th")
        easel.press(.enter)
        let dialog = try #require(Layout(easel.model).dialog)
        easel.mouse(.press, row: dialog.row + 3, column: dialog.column + 5)
        #expect(themes(easel) == ["gesso"])
        easel.mouse(.press, row: dialog.row + 3, column: dialog.column + 5)
        #expect(easel.model.theme == "gesso")
    }

    @Test func terminalsWithoutColoursAreToldSo() throws {
        var easel = try Easel.furnished()
        var capabilities = easel.model.capabilities
        capabilities.colours = .monochrome
        easel.send(.capabilities(capabilities))
        easel.type("T")
        #expect(easel.model.message?.text.contains("shows no colours") == true)
    }

    @Test func theConfigurationWinsOnceItIsChanged() {
        var memory = StudioMemory()
        memory.theme = "gesso"
        memory.themeInstead = "nocturne"
        #expect(memory.theme(configured: "nocturne") == "gesso")
        #expect(memory.theme(configured: "fauve") == "fauve")
        #expect(memory.theme(configured: nil) == nil)
        memory.themeInstead = nil
        #expect(memory.theme(configured: nil) == "gesso")
    }
}
