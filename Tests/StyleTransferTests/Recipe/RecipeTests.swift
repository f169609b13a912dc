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
        (Recipe(keptColours: KeptColours(amount: 1.5)), .keptColours(1.5)),
    ])
    func validationNamesWhatIsWrong(recipe: Recipe, error: RecipeError) throws {
        #expect(throws: error) { try recipe.validate() }
        #expect(!error.description.contains("\n"))
        try recipe.clamped().validate()
    }

    @Test func notANumberIsRefused() throws {
        for recipe in [
            Recipe(parts: [.init(style: "a", weight: .nan)]), Recipe(strength: .nan), Recipe(stroke: .nan),
            Recipe(keptColours: KeptColours(amount: .nan)),
        ] {
            #expect(throws: RecipeError.self) { try recipe.validate() }
            try recipe.clamped().validate()
        }
    }

    @Test func clampingKeepsWhatIsValid() {
        var valid = recipe(2, 0, 0.5, strength: 1.5)
        valid.stroke = 200
        valid.keptColours = KeptColours(amount: 0.4, by: .overall)
        #expect(valid.clamped() == valid)
        #expect(Recipe(strength: 9, stroke: 1).clamped() == Recipe(strength: 1.5, stroke: 16))
    }
}
