import Studio
import StyleTransfer
import Testing

@Suite struct ModelDialogTests {
    @Test func theBrowserWalksThroughFolders() throws {
        var easel = try Easel()
        #expect(easel.model.start(photograph: nil) == [.listFolder(path: "/home/ada/pictures")])
        easel.send(.folderListed(path: "/home/ada/pictures", folders: ["2019"], photographs: ["a.png"]))
        easel.press(.enter)
        #expect(easel.latest == [.listFolder(path: "/home/ada/pictures/2019")])
        easel.send(.folderListed(path: "/somewhere/else", folders: [], photographs: ["late.png"]))
        easel.send(.folderListed(path: "/home/ada/pictures/2019", folders: [], photographs: ["b.png", "c.png"]))
        easel.type("j")
        easel.press(.enter)
        #expect(easel.latest == [.readPicture(path: "/home/ada/pictures/2019/c.png")])
        easel.send(.pictureRead(path: "/home/ada/pictures/2019/c.png", painting: nil, problem: nil))
        #expect(easel.latest == [.openPhotograph(path: "/home/ada/pictures/2019/c.png")])
        easel.press(.backspace)
        easel.send(.folderListed(path: "/home/ada/pictures", folders: ["2018", "2019"], photographs: ["a.png"]))
        guard case .photographs(let browser) = easel.model.dialog else {
            Issue.record("the browser is not open")
            return
        }
        #expect(browser.rows[browser.list.selection.index] == .folder("2019"))
        easel.send(.photographOpened(path: "/home/ada/pictures/2019/c.png", width: 4, height: 4))
        #expect(easel.model.dialog == nil)
    }

    @Test func aFolderThatCannotBeReadLeavesTheOldOne() throws {
        var easel = try Easel()
        easel.type("f")
        easel.send(.folderListed(path: "/home/ada/pictures", folders: ["locked"], photographs: []))
        easel.press(.enter)
        easel.send(.folderFailed(path: "/home/ada/pictures/locked", message: "cannot read it"))
        guard case .photographs(let browser) = easel.model.dialog else {
            Issue.record("the browser is not open")
            return
        }
        #expect(browser.path == "/home/ada/pictures")
        #expect(browser.loading == nil)
        #expect(easel.model.message?.text == "cannot read it")
    }

    @Test func aPhotographThatFailsAtTheStartLeadsToTheBrowser() throws {
        var easel = try Easel()
        easel.send(.photographFailed(message: "cannot read x.png"))
        #expect(easel.latest == [.listFolder(path: "/home/ada/pictures")])
        #expect(easel.model.message?.kind == .error)
    }

    @Test func theFilterNarrowsAndEscapeWidens() throws {
        var easel = try Easel()
        easel.type("a/MONET")
        guard case .styles(let chooser) = easel.model.dialog else {
            Issue.record("the chooser is not open")
            return
        }
        #expect(easel.model.rows(of: chooser).map(\.id) == ["water-lilies"])
        easel.press(.escape)
        guard case .styles(let wide) = easel.model.dialog else {
            Issue.record("escape closed the chooser")
            return
        }
        #expect(easel.model.rows(of: wide).count == easel.model.styles.count)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
    }

    @Test func helpReturnsToTheDialogBelow() throws {
        var easel = try Easel.furnished()
        easel.type("w")
        easel.type("a?b")
        let form = easel.model.dialog
        easel.press(.function(1))
        #expect(easel.model.dialog == .help(first: 0))
        easel.press(.escape)
        #expect(easel.model.dialog == form)
    }

    @Test func textIsEditedWhereTheCursorIs() throws {
        var easel = try Easel.furnished()
        easel.type("wsea")
        easel.press(.home)
        easel.type("北 ")
        easel.send(.input(.paste("wild\n\u{1b}[2J")))
        easel.press(.delete)
        easel.press(.end)
        easel.press(.backspace)
        easel.press(.enter)
        #expect(easel.model.dialog != nil)
        guard case .savePreset(let preset, replacing: false) = easel.latest.first else {
            Issue.record("nothing was saved")
            return
        }
        #expect(preset.name == "北 wild[2Je")
        easel.press(.character("u"), control: true)
        easel.press(.enter)
        #expect(easel.latest.isEmpty)
        #expect(easel.model.message?.kind == .warning)
    }

    @Test(arguments: [
        ("/home/ada/a.jpg", "/home/ada"), ("/a.jpg", "/"), ("b.jpg", "/home/ada/pictures"),
        ("2019/c.jpg", "/home/ada/pictures/2019"),
    ])
    func theBrowserBeginsBesideThePhotograph(path: String, folder: String) throws {
        var easel = try Easel()
        easel.send(.photographOpened(path: path, width: 640, height: 427))
        easel.type("f")
        #expect(easel.latest == [.listFolder(path: folder)])
    }

    @Test func presetsAreReplacedAndDeletedOnlyAfterAQuestion() throws {
        var easel = try Easel.furnished()
        easel.type("wDusk")
        easel.press(.enter)
        easel.send(.presetExists(name: "Dusk"))
        easel.type("n")
        easel.press(.enter)
        guard case .savePreset(_, replacing: false) = easel.latest.first else {
            Issue.record("no was taken for yes")
            return
        }
        easel.send(.presetExists(name: "Dusk"))
        easel.type("y")
        guard case .savePreset(_, replacing: true) = easel.latest.first else {
            Issue.record("yes was not enough")
            return
        }
        easel.send(.presetSaved(Preset(name: "Dusk", recipe: easel.model.recipe)))
        easel.type("p")
        easel.send(.presetsListed([Preset(name: "Dusk", recipe: easel.model.recipe)], problems: []))
        easel.type("dn")
        #expect(easel.effects.contains(.deletePreset(name: "Dusk")) == false)
        easel.type("dy")
        #expect(easel.latest == [.deletePreset(name: "Dusk")])
        easel.send(.presetsListed([], problems: []))
        #expect(easel.draw().text.contains("no preset yet"))
    }

    @Test func aPresetWithAnUnknownStyleLoadsTheRest() throws {
        var easel = try Easel.furnished()
        let recipe = Recipe(parts: [.init(style: "lost", weight: 1), .init(style: "scream", weight: 3)], strength: 0.5)
        easel.type("p")
        easel.send(.presetsListed([Preset(name: "Old", recipe: recipe)], problems: []))
        easel.press(.enter)
        #expect(easel.model.palette.entries.map(\.style) == ["scream"])
        #expect(easel.model.palette.strength == 50)
        #expect(easel.model.message?.text.contains("lost") == true)
        easel.type("u")
        #expect(easel.model.palette.entries.count == 3)
    }

    @Test func aPresetOfFinerNumbersOpensUnchanged() throws {
        var easel = try Easel()
        let recipe = Recipe(
            parts: [.init(style: "scream", weight: 0.333), .init(style: "kiss", weight: 0.101)], strength: 0.955)
        easel.model.lay(recipe, from: Preset(name: "Eve", summary: "for evenings", recipe: recipe))
        easel.send(.photographOpened(path: "/home/ada/a.jpg", width: 640, height: 427))
        #expect(easel.model.palette.entries.map(\.weight) == [33, 10])
        let header = try #require(easel.draw().text.split(separator: "\n").first)
        #expect(header.contains(" Eve") && !header.contains("changed"))
        easel.type("w")
        easel.press(.enter)
        guard case .savePreset(let preset, replacing: false) = easel.latest.first else {
            Issue.record("nothing was saved")
            return
        }
        #expect(preset.summary == "for evenings")
        easel.press(.escape)
        easel.type("l")
        #expect(easel.draw().text.contains("Eve, changed"))
    }

    @Test func brokenPresetsAreSaid() throws {
        var easel = try Easel()
        easel.type("p")
        easel.send(.presetsListed([], problems: ["a.toml is broken", "b.toml is broken"]))
        #expect(easel.model.message?.text == "a.toml is broken (and 1 more)")
    }
}
