import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// Texts that name keys name those that the user has.
@Suite struct ReboundTextTests {
    private let keys = KeyMap.standard(
        with: KeyChoices([
            "open-photograph": ["f2"], "add-style": ["f3"], "undo": ["f4"], "confirm": ["f5"], "decline": ["f6"],
            "save-preset": ["f7"], "export": ["f8"], "show-moments": ["f9"], "cancel-export": ["ctrl-x"],
        ])
    ).map

    @Test(arguments: ["v", "b", "|", "z"]) func aPhotographIsOpenedByTheUsersKey(key: String) throws {
        var easel = try Easel(keys: keys)
        easel.type(key)
        #expect(easel.model.message?.text.contains("F2 opens one") == true)
    }

    @Test func stylesAreAddedByTheUsersKey() throws {
        var easel = try Easel(keys: keys)
        easel.send(.photographOpened(path: "/p/a.jpg", width: 30, height: 20))
        easel.type("b")
        #expect(easel.model.message?.text.contains("F3 adds one") == true)
        easel.type("d")
        #expect(easel.model.message?.text.contains("F3 adds a style") == true)
        #expect(easel.draw().text.contains("F3 adds a style"))
    }

    @Test func theMixFromBeforeComesBackByTheUsersKey() throws {
        var easel = try Easel(keys: keys)
        easel.send(.photographOpened(path: "/p/a.jpg", width: 30, height: 20))
        easel.type("v1")
        easel.press(.enter)
        easel.type("x")
        #expect(easel.model.message?.text.contains("F4 brings") == true)
    }

    @Test func theQuestionBeforeDeletingShowsTheUsersKeys() throws {
        var easel = try Easel(keys: keys)
        easel.type("p")
        let preset = Preset(name: "Blue hour", recipe: .init(parts: [.init(style: "scream", weight: 1)]))
        easel.send(.presetsListed([preset], problems: []))
        easel.type("d")
        let head = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)[2]
        #expect(head.contains("Delete “Blue hour”?  F5 yes  F6 no"))
        easel.type("y")
        #expect(easel.effects.contains(.deletePreset(name: "Blue hour")) == false)
        easel.press(.function(5))
        #expect(easel.latest.contains(.deletePreset(name: "Blue hour")))
    }

    @Test func theAnswersCanBeClicked() throws {
        var easel = try Easel()
        easel.type("p")
        let preset = Preset(name: "Blue hour", recipe: .init(parts: [.init(style: "scream", weight: 1)]))
        easel.send(.presetsListed([preset], problems: []))
        easel.type("d")
        let cells = easel.draw().cells[2].map(\.text)
        let column = try #require(cells.indices.first { cells[$0...].starts(with: ["y", " ", "y", "e", "s"]) })
        easel.mouse(.press, row: 2, column: column)
        #expect(easel.latest.contains(.deletePreset(name: "Blue hour")))
    }

    @Test func aLongNameLeavesRoomForTheAnswers() throws {
        var easel = try Easel(width: 60, height: 20)
        easel.type("p")
        let name = String(repeating: "Blue hour ", count: 8).dropLast()
        let preset = Preset(name: String(name), recipe: .init(parts: [.init(style: "scream", weight: 1)]))
        easel.send(.presetsListed([preset], problems: []))
        easel.type("d")
        let head = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)[2]
        #expect(head.contains("…  y yes  n no"))
    }

    @Test func theLettersOfThePaletteAreTheUsers() throws {
        let keys = KeyMap.standard(with: KeyChoices(["mute": ["y"], "lock": ["ctrl-o"]])).map
        var easel = try Easel.furnished(keys: keys)
        #expect(easel.draw().text.contains("y s g"))
        easel.type("y")
        #expect(easel.draw().text.contains("Y s g"))
    }

    @Test func theButtonThatCancelsHasRoomForItsKey() throws {
        var easel = try Easel.furnished(keys: keys)
        easel.press(.function(8))
        try easel.answerPlan()
        easel.press(.enter)
        try easel.answerPlan()
        let lines = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[22].hasSuffix("^X cancel"))
    }
}
