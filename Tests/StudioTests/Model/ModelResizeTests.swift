import Studio
import TerminalGraphics
import Testing

/// The window changes a thousand times, whatever lies over the easel.
@Suite struct ModelResizeTests {
    /// Keys that open each panel.
    static let panels = [
        "", "a", "a/oil", "p", "f", "w", "e", "?", "M", ":", ":sav", ":choose th\r", "b", "v", "|", ":tour\r", "!",
        "zz", "o",
    ]

    @Test func everyPanelFollowsAThousandSizes() throws {
        var chance = SeededGenerator(seed: 7)
        for turn in 0..<1000 {
            let keys = Self.panels[turn % Self.panels.count]
            var easel = try Easel.furnished(width: 120, height: 40)
            easel.send(.troubled(message: "cannot read \u{1B}]0;evil\u{7}.jpg"))
            for character in keys { character == "\r" ? easel.press(.enter) : easel.press(.character(character)) }
            let width = Int.random(in: 1...300, using: &chance)
            let height = Int.random(in: 1...100, using: &chance)
            easel.send(.resized(.init(width: width, height: height)))
            try #require(easel.draw().faults == [], "\(keys) at \(width) x \(height)")
            easel.send(.resized(.init(width: 80, height: 24)))
            try #require(easel.draw().faults == [], "\(keys) back at 80 x 24")
        }
    }
}
