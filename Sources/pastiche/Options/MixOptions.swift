import ArgumentParser
import Files
import Studio
import StyleTransfer

/// The options that say how a picture is painted, for every command that paints.
struct MixOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The styles and their parts.",
            discussion: "Parts are like paint, only their ratios count: \"starry-night=0.6,great-wave=0.4\". "
                + "A style without a number has one part.",
            valueName: "mix"),
        completion: .custom(Completions.mix))
    var mix: String?

    @Option(
        help: ArgumentHelp(
            "How much of the painting: 0 is the photograph, 1 the mix, 1.5 the most.", valueName: "strength"))
    var strength: Float?

    func validate() throws {
        if let strength, !Recipe.strengthRange.contains(strength) {
            throw ValidationError("The strength goes from 0 (the photograph) to 1.5.")
        }
    }

    /// The recipe that the options describe, or nil if they name no mix.
    ///
    /// - Throws: what reading the mix or the preset throws; styles that the library lacks.
    func recipe(library: StyleLibrary) throws -> Recipe? {
        var recipe: Recipe
        guard let mix else {
            return nil
        }
        recipe = Recipe(parts: try Mix(parsing: mix).parts)
        if let strength { recipe.strength = strength }
        try recipe.validate()
        try library.check(recipe)
        return recipe
    }
}
