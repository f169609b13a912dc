import Foundation
import StyleTransfer
import Testing

@Suite struct StrokeScaleTests {
    private let scale: StrokeScale?

    init() throws {
        scale = StrokeScale([try Self.style([160, 320, 640])], usual: 320)
    }

    private static func style(_ sizes: [Int]) throws -> Style {
        let rows = sizes.enumerated().map { "{\"stroke\": \($1), \"row\": \($0)}" }.joined(separator: ",")
        let text = """
            {"id": "a", "title": "A", "artist": "B", "year": "1900", "medium": "ink", "licence": "none",
             "swatch": "a.png", "rows": [\(rows)]}
            """
        return try JSONDecoder().decode(Style.self, from: Data(text.utf8))
    }

    @Test func stylesOfOneSizeLeaveNothingToChoose() throws {
        let one = try Self.style([320])
        #expect(StrokeScale([one, one], usual: 320) == nil)
        #expect(StrokeScale([], usual: 320) == nil)
    }

    @Test func doublingMovesTheSliderAsFarEverywhere() throws {
        let scale = try #require(scale)
        #expect(scale.percent(of: 160) == 0)
        #expect(scale.percent(of: nil) == 50)
        #expect(scale.percent(of: 640) == 100)
        #expect(scale.percent(of: 16) == 0)
        #expect(scale.percent(of: 4096) == 100)
    }

    @Test func everyPlaceOfTheSliderIsFoundAgain() throws {
        let scale = try #require(scale)
        for percent in 0...100 {
            #expect(scale.percent(of: scale.stroke(percent: percent)) == percent)
        }
        #expect(scale.stroke(percent: 50) == nil)
        #expect(scale.stroke(percent: -3) == 160)
        #expect(scale.stroke(percent: 300) == 640)
    }

    @Test func aLargerPictureTakesBroaderStrokesAsFarAsTheyGo() throws {
        let scale = try #require(scale)
        let recipe = Recipe(parts: [.init(style: "a", weight: 1)], stroke: 200)
        #expect(scale.recipe(recipe, enlargedBy: 2).stroke == 400)
        #expect(scale.recipe(recipe, enlargedBy: 0.5).stroke == 160)
        #expect(scale.recipe(recipe, enlargedBy: 10).stroke == 640)
        #expect(scale.recipe(recipe, enlargedBy: 1.6).stroke == nil)
        #expect(scale.recipe(Recipe(), enlargedBy: 1.5).stroke == 480)
    }
}
