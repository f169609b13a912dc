import ArgumentParser
import StyleTransfer

/// The options that say which styles `paint` paints in.
struct StyleOptions: ParsableArguments {
    @Option(
        name: .customLong("style"),
        help: ArgumentHelp(
            "A picture whose style to paint in, and its part; may be given several times.",
            discussion: "Parts are like paint, only their ratios count: tapestry.jpg=2. With a style's name before it, "
                + "starry-night:gogh.jpg, the picture is said to show that style of the library, and the painting "
                + "starts from what the fast network paints.",
            valueName: "[name:]picture[=weight]"),
        completion: .photograph)
    var written: [String] = []

    @Option(
        help: ArgumentHelp(
            "The size of the strokes: the short side, in pixels, at which the styles' pictures are copied.",
            valueName: "pixels"))
    var stroke: Float?

    @Option(
        help: ArgumentHelp(
            "Paint the strokes as broad, against the picture, as in one with this long side.", valueName: "pixels"))
    var strokesOf: Int?

    func validate() throws {
        guard !written.isEmpty else {
            throw ValidationError(
                "Name a picture to paint in the style of: --style tapestry.jpg, or --style starry-night:gogh.jpg.")
        }
        if let stroke, !Recipe.strokeRange.contains(stroke) {
            throw ValidationError("The stroke size goes from 16 to 4096 pixels.")
        }
        if let strokesOf, !(1...65_500).contains(strokesOf) {
            throw ValidationError("'--strokes-of' is the long side of a picture, 1 to 65500 pixels.")
        }
    }

    /// The styles as they were written; no picture is read yet.
    ///
    /// - Throws: `MixError`, `PaintError`, `PaintingError`.
    func read(library: StyleLibrary) throws -> [StyleArgument] {
        var styles: [StyleArgument] = []
        for text in written {
            let style = try StyleArgument(text, library: library)
            guard !styles.contains(where: { $0.path == style.path || ($0.name != nil && $0.name == style.name) }) else {
                throw MixError.repeatedStyle(style.name ?? style.path)
            }
            styles.append(style)
        }
        return styles
    }
}
