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
        help: ArgumentHelp("The name of a saved mix, or the path of a preset file.", valueName: "preset"),
        completion: .custom(Completions.preset))
    var preset: String?

    @Option(
        help: ArgumentHelp("The mix of a painting whose file has its recipe.", valueName: "painting"),
        completion: .photograph)
    var like: String?

    @Option(
        help: ArgumentHelp(
            "How much of the painting: 0 is the photograph, 1 the mix, 1.5 the most.", valueName: "strength"))
    var strength: Float?

    @Option(
        help: ArgumentHelp(
            "The size of the strokes.",
            discussion: "The short side, in pixels, at which the style's work is copied: 160 paints the finest strokes "
                + "of the library that ships, 320 the usual ones, 640 the broadest.",
            valueName: "pixels"))
    var stroke: Float?

    @Option(
        help: ArgumentHelp(
            "How much of the photograph's colours to keep: 0 is none, 1 all.", valueName: "amount"))
    var keepColours: Float?

    @Option(
        help: ArgumentHelp(
            "What the colours are kept by: place or overall.",
            discussion: "By place, every place of the painting has the photograph's hue and chroma and the painting's "
                + "lightness; overall, the painting's colours are moved together until their mean and spread are the "
                + "photograph's.",
            valueName: "way"))
    var keepColoursBy: KeptColours.Way?

    func validate() throws {
        if [mix, preset, like].count(where: { $0 != nil }) > 1 {
            throw ValidationError("Give one of '--mix', '--preset' and '--like'.")
        }
        if let strength, !Recipe.strengthRange.contains(strength) {
            throw ValidationError("The strength goes from 0 (the photograph) to 1.5.")
        }
        if let stroke, !Recipe.strokeRange.contains(stroke) {
            throw ValidationError("The stroke size goes from 16 to 4096 pixels.")
        }
        if let keepColours, !KeptColours.amountRange.contains(keepColours) {
            throw ValidationError(
                "The part of the colours to keep goes from 0 (the painting's) to 1 (the photograph's).")
        }
    }

    /// The recipe that the options describe, with the user's preset that it comes from, if any; nil if they say
    /// nothing.
    ///
    /// - Throws: what reading the mix, the preset or the painting throws; styles that the library lacks.
    func read(library: StyleLibrary) throws -> (recipe: Recipe, preset: Preset?)? {
        var recipe: Recipe
        var saved: Preset?
        if let mix {
            recipe = Recipe(parts: try Mix(parsing: mix).parts)
        } else if let preset {
            let found = try PresetStore().find(preset)
            recipe = found.recipe
            // A file that lies elsewhere is not yet a preset of the user.
            saved = found.name == preset ? found : nil
        } else if let like {
            recipe = try PaintingRecord.read(like).recipe
        } else if strength != nil || stroke != nil || keepColours != nil || keepColoursBy != nil {
            recipe = Recipe()
        } else {
            return nil
        }
        if let strength { recipe.strength = strength }
        if let stroke { recipe.stroke = stroke }
        keep(&recipe.keptColours)
        try recipe.validate()
        try library.check(recipe)
        return (recipe, saved)
    }

    /// Changes kept colours as the options say.
    func keep(_ colours: inout KeptColours) {
        if let keepColours { colours.amount = keepColours }
        guard let keepColoursBy else { return }
        colours.way = keepColoursBy
        // Who says how, and nothing of how much, wants to see it.
        if keepColours == nil, colours.amount == 0 { colours.amount = 1 }
    }
}

extension KeptColours.Way: ExpressibleByArgument {}
