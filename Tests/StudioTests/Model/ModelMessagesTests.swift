import Studio
import TerminalGraphics
import Testing

@Suite struct ModelMessagesTests {
    @Test(arguments: ["p", "f", "a", "v", "b", "|"]) func whatIsCutCanBeReadOverAPanel(key: String) throws {
        var easel = try Easel.furnished(width: 60, height: 20)
        easel.type(key)
        let dialog = easel.model.dialog
        easel.send(.troubled(message: "cannot write the file /home/ada/pictures/harbour.jpg: no space is left on it"))
        #expect(easel.draw().text.contains("…  ! more"))
        easel.type("!")
        #expect(easel.model.dialog == .message)
        easel.press(.escape)
        #expect(easel.model.dialog == dialog)
        easel.mouse(.press, row: 18, column: 20)
        #expect(easel.model.dialog == .message)
    }

    @Test func whereTheKeyIsTextNothingPromisesIt() throws {
        var easel = try Easel.furnished(width: 60, height: 20)
        easel.type("w")
        easel.send(.troubled(message: "cannot write the file /home/ada/pictures/harbour.jpg: no space is left on it"))
        #expect(!easel.draw().text.contains("! more"))
    }

    @Test func keepsWhatWasSaidWithItsTime() throws {
        var easel = try Easel.furnished()
        easel.model.time = TimeOfDay(hour: 7, minute: 5, second: 9)
        easel.send(.exportFailed(job: 9, message: "nobody asked"))
        easel.send(.paintingFailed(request: nil, message: "out of paint"))
        #expect(easel.model.messages.messages.first?.text == "out of paint")
        easel.type("M")
        #expect(easel.draw().text.contains("07:05:09  ✗ out of paint"))
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
    }

    @Test func thePageScrollsToItsEnd() throws {
        var easel = try Easel.furnished(width: 60, height: 20)
        for number in 0..<400 { easel.send(.troubled(message: "trouble \(number)")) }
        #expect(easel.model.messages.messages.count == 300)
        easel.type("M")
        #expect(easel.draw().text.contains("trouble 399"))
        for _ in 0..<40 { easel.press(.pageDown) }
        #expect(easel.draw().text.contains("trouble 100"))
        #expect(!easel.draw().text.contains(/↓ \d/))
        easel.mouse(.scrollUp, row: 5, column: 30)
        #expect(easel.draw().text.contains("↓ 3 "))
    }
}
