import Foundation
import StyleTransfer
import Testing

@Suite struct RecipeTests {
    private func recipe(_ weights: Float..., strength: Float = 1) -> Recipe {
        Recipe(
            parts: weights.enumerated().map { Recipe.Part(style: "style-\($0)", weight: $1) }, strength: strength)
    }

    @Test func partsAreNormalisedByTheirSum() {
        #expect(recipe(3, 0, 1).normalisedParts.map(\.weight) == [0.75, 0.25])
        #expect(recipe(3, 0, 1).normalisedParts.map(\.style) == ["style-0", "style-2"])
        #expect(recipe(0, 0).normalisedParts.isEmpty)
        #expect(recipe().normalisedParts.isEmpty)
    }

    @Test(arguments: [Float.leastNonzeroMagnitude, 1e-30, 1, .greatestFiniteMagnitude])
    func onlyRatiosCount(scale: Float) {
        #expect(recipe(scale, scale).normalisedParts.map(\.weight) == [0.5, 0.5])
    }

    @Test func knowsWhenNothingIsPainted() {
        #expect(recipe().isPhotograph)
        #expect(recipe(0, 0).isPhotograph)
        #expect(recipe(1, strength: 0).isPhotograph)
        #expect(!recipe(0, 1, strength: 0.01).isPhotograph)
    }

    @Test(arguments: [
        (Recipe(parts: [.init(style: "", weight: 1)]), RecipeError.namelessStyle),
        (Recipe(parts: [.init(style: "a", weight: 1), .init(style: "a", weight: 2)]), .repeatedStyle("a")),
        (Recipe(parts: [.init(style: "a", weight: -1)]), .weight(style: "a", value: -1)),
        (Recipe(parts: [.init(style: "a", weight: .infinity)]), .weight(style: "a", value: .infinity)),
        (Recipe(strength: 1.6), .strength(1.6)),
        (Recipe(strength: -0.1), .strength(-0.1)),
        (Recipe(stroke: 2), .stroke(2)),
    ])
    func validationNamesWhatIsWrong(recipe: Recipe, error: RecipeError) throws {
        #expect(throws: error) { try recipe.validate() }
        #expect(!error.description.contains("\n"))
        try recipe.clamped().validate()
    }

    @Test func notANumberIsRefused() throws {
        for recipe in [
            Recipe(parts: [.init(style: "a", weight: .nan)]), Recipe(strength: .nan), Recipe(stroke: .nan),
        ] {
            #expect(throws: RecipeError.self) { try recipe.validate() }
            try recipe.clamped().validate()
        }
    }

    @Test func clampingKeepsWhatIsValid() {
        var valid = recipe(2, 0, 0.5, strength: 1.5)
        valid.stroke = 200
        #expect(valid.clamped() == valid)
        #expect(Recipe(strength: 9, stroke: 1).clamped() == Recipe(strength: 1.5, stroke: 16))
    }

    @Test func readsWhatItWrote() throws {
        for original in [recipe(), recipe(0.6, 0.4, strength: 0.7), Recipe(stroke: 240)] {
            let data = try JSONEncoder().encode(original)
            #expect(try JSONDecoder().decode(Recipe.self, from: data) == original)
        }
    }

    @Test func writesShortDecimals() throws {
        let text = String(decoding: try JSONEncoder().encode(recipe(0.6, strength: 0.7)), as: UTF8.self)
        #expect(text.contains("0.6}") || text.contains("0.6,"))
        #expect(text.contains("0.7}") || text.contains("0.7,"))
    }

    @Test func readsWhatPeopleWrite() throws {
        let text = #"{"parts": [{"style": "kiss", "weight": 2}], "later": true}"#
        let read = try JSONDecoder().decode(Recipe.self, from: Data(text.utf8))
        #expect(read == Recipe(parts: [.init(style: "kiss", weight: 2)]))
    }

    @Test(arguments: [
        (#"{"version": 2, "strokes": []}"#, RecipeError.unknownVersion(2)),
        (#"{"version": 0, "parts": []}"#, .unknownVersion(0)),
        (#"{"parts": [], "strength": 2}"#, .strength(2)),
        (#"{"parts": [{"style": "a", "weight": -1}]}"#, .weight(style: "a", value: -1)),
    ])
    func readingSaysWhatIsWrong(text: String, error: RecipeError) {
        #expect(throws: error) { try JSONDecoder().decode(Recipe.self, from: Data(text.utf8)) }
    }
}
