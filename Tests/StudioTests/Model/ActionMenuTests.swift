import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct ActionMenuTests {
    private func rows(_ easel: Easel) -> [MenuAction] {
        guard case .menu(let menu) = easel.model.dialog else { return [] }
        return easel.model.rows(of: menu)
    }

    @Test func offersEveryActionOfTheEaselOnce() throws {
        var easel = try Easel.furnished()
        easel.type(":")
        let commands = rows(easel).map(\.command)
        #expect(Set(commands).count == commands.count)
        let titles = rows(easel).map(\.title)
        for title in titles { #expect(titles.count { $0 == title } == 1, "two actions have the title '\(title)'") }
        for binding in KeyBindings.all where binding.context == .easel && binding.command != .openMenu {
            #expect(commands.contains(binding.command), "\(binding.command)")
        }
    }

    @Test func doesWhatTheBestMatchSays() throws {
        var easel = try Easel.furnished()
        easel.type(":mute")
        #expect(rows(easel).first?.command == .mute)
        easel.press(.enter)
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette.entries[2].isMuted)
    }

    @Test(arguments: [
        ("undo", Command.undo), ("exp", .export), ("export", .export), ("open ph", .openPhotograph),
        ("add", .addStyle), ("strength +", .stronger), ("lp", .choosePreset), ("50 %", .set(50)),
        ("remove-style", .removeStyle), ("quit", .quit),
    ]) func findsActions(words: String, command: Command) throws {
        var easel = try Easel.furnished()
        easel.type(":" + words)
        #expect(rows(easel).first?.command == command, "\(rows(easel).prefix(3).map(\.title))")
    }

    @Test func saysWhenNothingFits() throws {
        var easel = try Easel.furnished()
        easel.type(":zzz")
        #expect(rows(easel).isEmpty)
        #expect(easel.draw().text.contains("no action is called so"))
        easel.press(.enter)
        #expect(easel.model.dialog != nil)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
    }

    @Test func recentActionsComeFirst() throws {
        var easel = try Easel.furnished()
        for words in ["undo", "solo"] {
            easel.type(":" + words)
            easel.press(.enter)
        }
        easel.type(":")
        #expect(rows(easel).prefix(2).map(\.command) == [.solo, .undo])
    }

    @Test func theMouseChoosesAndTheWheelMoves() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type(":")
        let layout = Layout(easel.model)
        let dialog = try #require(layout.dialog)
        let second = dialog.row + 4
        easel.mouse(.press, row: second, column: dialog.column + 4)
        guard case .menu(let menu) = easel.model.dialog else { throw Missing() }
        #expect(menu.list.selection.index == 1)
        let wanted = rows(easel)[1].command
        easel.mouse(.press, row: second, column: dialog.column + 4)
        #expect(easel.latest.contains(.quit) == (wanted == .quit))
        #expect(easel.model.dialog == nil)
        easel.type(":")
        easel.mouse(.scrollDown, row: second, column: dialog.column + 4)
        guard case .menu(let scrolled) = easel.model.dialog else { throw Missing() }
        #expect(scrolled.list.selection.index == 3)
    }

    @Test func wordsBeginBeforeTheyOccur() throws {
        let start = try #require(FuzzyMatch.score(of: "sa", in: "save the mix"))
        let word = try #require(FuzzyMatch.score(of: "mi", in: "save the mix"))
        let inside = try #require(FuzzyMatch.score(of: "av", in: "save the mix"))
        let initials = try #require(FuzzyMatch.score(of: "stm", in: "save the mix"))
        let letters = try #require(FuzzyMatch.score(of: "svm", in: "save the mix"))
        #expect(start > word && word > initials && initials > inside && inside > letters)
        #expect(FuzzyMatch.score(of: "xm", in: "save the mix") == nil)
        #expect(FuzzyMatch.score(of: "save the mix again", in: "save the mix") == nil)
        #expect(FuzzyMatch.score(of: "", in: "") == 0)
    }

    private struct Missing: Error {}
}
