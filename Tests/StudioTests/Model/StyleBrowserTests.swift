import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct StyleBrowserTests {
    private func browse(width: Int = 120, height: Int = 40) throws -> Easel {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("a")
        easel.paint()
        return easel
    }

    @Test func theHighlightedStyleIsTriedInTheMix() throws {
        var easel = try browse()
        let before = easel.model
        for _ in 0..<3 { easel.press(.right) }
        #expect(easel.model.highlightedStyle?.id == "composition-vii")
        easel.paint()
        easel.settle()
        easel.paint()
        let tried = try #require(easel.requests.last).recipe
        #expect(tried.parts.map(\.style) == ["starry-night", "great-wave", "scream", "composition-vii"])
        #expect(tried.parts.last?.weight == 0.5)
        #expect(easel.model.palette == before.palette)
        #expect(easel.model.history == before.history)
        #expect(easel.draw().placements.contains { $0.picture == .pastiche })
        // What Enter gives is what was tried.
        easel.press(.enter)
        #expect(easel.model.recipe == tried)
        #expect(easel.model.history.past.count == before.history.past.count + 1)
        #expect(easel.latest.allSatisfy { if case .paint = $0 { false } else { true } })
    }

    @Test func escapeRestoresWhatWasThere() throws {
        var easel = try Easel.furnished(width: 120, height: 40)
        easel.type("o")
        let before = easel.model
        easel.type("allsl")
        easel.paint()
        #expect(!easel.draw().placements.contains { $0.picture == .original })
        easel.press(.escape)
        easel.paint()
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette == before.palette)
        #expect(easel.model.history == before.history)
        #expect(easel.model.showsOriginal)
        #expect(easel.requests.last?.recipe == before.recipe)
        #expect(easel.requests.last?.isCoarse == false)
    }

    @Test func aloneAndInTheMix() throws {
        var easel = try browse()
        easel.type("llls")
        #expect(easel.model.shownRecipe == Recipe(parts: [.init(style: "composition-vii", weight: 1)]))
        easel.type("s")
        #expect(easel.model.shownRecipe.parts.count == 4)
        let caption = try #require(Layout(easel.model).caption)
        easel.mouse(.press, row: caption.row, column: caption.column + 18)
        #expect(easel.model.shownRecipe.parts.count == 1)
        easel.mouse(.press, row: caption.row, column: caption.column + 18)
        #expect(easel.model.shownRecipe.parts.count == 1)
        easel.mouse(.press, row: caption.row, column: caption.column + 4)
        #expect(easel.model.shownRecipe.parts.count == 4)
    }

    /// However fast the styles go by, at most one frame is on its way, and the last style gets one.
    @Test func fastScrollingSkipsTrials() throws {
        var easel = try browse()
        let before = easel.requests.count
        for _ in 0..<6 { easel.press(.right) }
        #expect(easel.requests.count <= before + 2)
        easel.paint()
        #expect(easel.requests.last?.recipe == easel.model.shownRecipe)
        #expect(easel.model.highlightedStyle?.id == "reverie")
    }

    @Test func aStyleIsHeardBesideASoloedOne() throws {
        var easel = try Easel.furnished()
        easel.type("sajjj")
        #expect(easel.model.shownRecipe.parts.map(\.style) == ["scream", "composition-vii"])
        easel.press(.enter)
        #expect(easel.model.recipe.parts.map(\.style) == ["scream", "composition-vii"])
    }

    @Test func theGridIsWalkedInLines() throws {
        var easel = try browse()
        let columns = try #require(Layout(easel.model).styleBrowser).columns
        #expect(columns == 2)
        easel.type("j")
        #expect(easel.model.highlightedStyle?.id == "scream")
        easel.type("l")
        #expect(easel.model.highlightedStyle?.id == "composition-vii")
        easel.type("k")
        #expect(easel.model.highlightedStyle?.id == "great-wave")
        easel.type("G")
        #expect(easel.model.highlightedStyle?.id == "reverie")
        easel.mouse(.scrollUp, row: 10, column: 5)
        #expect(easel.model.highlightedStyle?.id != "reverie")
    }

    @Test func aClickTriesAndASecondTakes() throws {
        var easel = try browse()
        let browser = try #require(Layout(easel.model).styleBrowser)
        let row = browser.list.row + browser.lineHeight + 2
        easel.mouse(.press, row: row, column: browser.list.column + 20)
        #expect(easel.model.highlightedStyle?.id == "composition-vii")
        #expect(easel.model.palette.entries.count == 3)
        easel.mouse(.press, row: row, column: browser.list.column + 20)
        #expect(easel.model.palette.entries.map(\.style).last == "composition-vii")
        #expect(easel.model.dialog == nil)
    }

    @Test func theFilterLooksAtTitleArtistYearAndMedium() throws {
        for (words, ids) in [
            ("wave", ["great-wave"]), ("munch", ["scream"]), ("1906", ["la-calanque"]), ("lithograph", ["reverie"]),
            ("oil 1913", ["composition-vii"]), ("nothing", []),
        ] {
            var easel = try browse()
            easel.type("/" + words)
            #expect(easel.model.highlightedStyle?.id == ids.first)
            #expect(easel.draw().faults == [])
        }
    }

    @Test func favouritesAreMarkedAndKept() throws {
        var easel = try Easel.furnished()
        easel.type("a")
        #expect(easel.latest.contains(.listFavourites))
        easel.send(.favouritesListed(["scream", "from-another-library"]))
        easel.type("jjj*")
        #expect(easel.latest.contains(.setFavourite(style: "composition-vii", true)))
        #expect(easel.draw().text.contains("★"))
        easel.type("f")
        #expect(easel.model.highlightedStyle?.id == "composition-vii")
        #expect(easel.draw().text.contains("2 favourites"))
        easel.type("*")
        #expect(easel.latest.contains(.setFavourite(style: "composition-vii", false)))
        #expect(easel.model.highlightedStyle?.id == "scream")
        easel.type("*")
        #expect(easel.model.highlightedStyle == nil)
        #expect(easel.model.shownRecipe == easel.model.recipe)
        #expect(easel.draw().text.contains("no favourite yet"))
        easel.send(.favouritesFailed(message: "cannot write it"))
        #expect(easel.model.message?.text == "cannot write it")
    }
}
