import Studio
import TerminalGraphics
import Testing

@Suite struct ModelMessagesTests {
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
