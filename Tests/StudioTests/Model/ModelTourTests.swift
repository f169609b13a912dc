import Studio
import TerminalGraphics
import Testing

@Suite struct ModelTourTests {
    private func begun(_ change: (inout StudioSettings) -> Void, photograph: String? = "/p/a.jpg") throws -> (
        StudioModel, [Effect]
    ) {
        var settings = Easel.settings()
        change(&settings)
        var model = StudioModel(
            styles: try Easel.styles(), window: .init(width: 80, height: 24), settings: settings, folder: "/p")
        let effects = model.start(photograph: photograph) + model.greet()
        return (model, effects)
    }

    @Test func aFirstStartShowsItOnce() throws {
        let (model, effects) = try begun { $0.showsTour = true }
        #expect(model.dialog == .tour(card: 0))
        guard case .remember(let memory) = effects.last else { throw Missing() }
        #expect(memory.hasSeenTour)
        let (second, _) = try begun {
            $0.showsTour = true
            $0.memory = memory
        }
        #expect(second.dialog == nil)
        #expect(try begun { $0.showsTour = false }.0.dialog == nil)
    }

    @Test func goesFromCardToCardAndEnds() throws {
        var easel = try Easel.furnished()
        easel.type(":tour")
        easel.press(.enter)
        for card in 1...3 {
            easel.press(.enter)
            #expect(easel.model.dialog == .tour(card: card))
        }
        easel.press(.left)
        #expect(easel.model.dialog == .tour(card: 2))
        easel.type("ll")
        #expect(easel.model.dialog == nil)
    }

    @Test func escapeSkipsItAtOnce() throws {
        var easel = try Easel.furnished()
        easel.type(":tour")
        easel.press(.enter)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
    }

    @Test func aKeyThatItTellsOfDoesItsWork() throws {
        var easel = try Easel.furnished()
        easel.type(":tour")
        easel.press(.enter)
        easel.type("m")
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette.entries[2].isMuted)
    }

    @Test func liesOverTheFileBrowserWhereThereIsNoPhotograph() throws {
        var (model, effects) = try begun({ $0.showsTour = true }, photograph: nil)
        #expect(effects.contains(.listFolder(path: "/p")))
        _ = update(&model, .input(.key(.init(.escape))))
        guard case .photographs = model.dialog else { throw Missing() }
    }

    @Test func theMouseTakesIt() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type(":tour")
        easel.press(.enter)
        let text = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(text.indices.last { text[$0].contains("Enter next") && text[$0].contains("│") })
        let column = try #require(text[row].firstRange(of: "Enter next")).lowerBound
        easel.mouse(.press, row: row, column: text[row].distance(from: text[row].startIndex, to: column))
        #expect(easel.model.dialog == .tour(card: 1))
    }

    @Test func problemsOfTheSettingsAreSaid() throws {
        let (model, _) = try begun { $0.problems = ["first", "second"] }
        #expect(model.message?.text == "first")
        #expect(model.message?.kind == .warning)
        #expect(model.messages.messages.map(\.text) == ["first", "second"])
    }

    private struct Missing: Error {}
}
