import ArgumentParser
import Files
import Imaging
import StyleTransfer

/// Paints a photograph by optimisation, in the styles of any pictures.
struct PaintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paint",
        abstract: "Paint a photograph slowly and finely, in the style of any picture.",
        discussion: """
            Where render paints in a second what its network has learnt, paint works on the picture itself for some \
            minutes, until a network that judges finds the photograph's drawing and the styles' texture in it. Any \
            picture can be a style. Say which style of the library a picture shows, and the painting starts from what \
            render would paint. Interrupted, it writes the painting as it stands.

            Examples:
              pastiche paint holiday.jpg -o painting.png --style tapestry.jpg
              pastiche paint holiday.jpg -o painting.png --style starry-night:gogh.jpg
              pastiche paint holiday.jpg -o mixed.png --style tapestry.jpg=2 --style kiss:klimt.jpg=1
              pastiche paint holiday.jpg -o large.jpg --style tapestry.jpg --size 1600 --iterations 500
            """)

    @Argument(
        help: ArgumentHelp("The photograph, PNG or JPEG; '-' is standard input.", valueName: "photo"),
        completion: .photograph)
    var photograph: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file, or a folder that is there; '-' is standard output.", valueName: "path"),
        completion: .file())
    var output: String

    @OptionGroup(title: "Style")
    var styles: StyleOptions

    @OptionGroup(title: "Optimisation")
    var optimisation: OptimisationOptions

    @Option(
        help: ArgumentHelp(
            "The long side of the painting in pixels; without it, the photograph's, but at most \(Self.usualSide).",
            valueName: "pixels"))
    var size: Int?

    @Option(
        help: ArgumentHelp(
            "The painting's size as a part of the photograph's, above 0 to 4, instead of --size.", valueName: "factor"))
    var scale: Double?

    @Option(
        help: ArgumentHelp("The format, where no file's ending says it.", valueName: "format"),
        completion: .list(["png", "jpeg"]))
    var format: PictureFormat?

    @Option(help: ArgumentHelp("The quality of a JPEG, 1 to 100.", valueName: "percent"))
    var quality = 92

    @Option(help: ArgumentHelp("The bits of a PNG's samples, 8 or 16.", valueName: "bits"))
    var depth = 8

    @Flag(
        help: ArgumentHelp(
            "Leave the recipe out of the painting.",
            discussion: "A painting in known styles says in its file which they were, and the photograph's path."))
    var noRecipe = false

    @Flag(name: .shortAndLong, help: "Replace files that exist, but no picture that the painting is made from.")
    var force = false

    @Flag(name: .shortAndLong, help: "Show no progress; errors are still reported.")
    var quiet = false

    @OptionGroup var cores: ThreadsOption

    /// The long side of a painting for which none was asked: larger ones take long.
    static let usualSide = 1024

    func validate() throws {
        guard (1...100).contains(quality) else { throw ValidationError("The quality goes from 1 to 100.") }
        guard depth == 8 || depth == 16 else { throw ValidationError("The depth is 8 or 16 bits.") }
        if size != nil, scale != nil { throw ValidationError("Give one of '--size' and '--scale'.") }
        if let size, !(1...65_500).contains(size) {
            throw ValidationError("The size is the long side of the painting, 1 to 65500 pixels.")
        }
        if let scale, !(scale > 0 && scale <= 4) {
            throw ValidationError("The scale is a part of the photograph's size, above 0 to 4.")
        }
    }

    func run() throws {
        let library = try StyleLibrary.installed()
        let styles = try styles.read(library: library)
        var settings = try optimisation.settings()
        if let stroke = self.styles.stroke { settings.stroke = stroke }
        let plan = try RenderPlan(
            photographs: [photograph], output: output, format: format, quality: quality, depth: depth,
            replacing: force)
        try plan.check(styles: styles, losses: optimisation.losses)
        try library.prepare()
        let task = FinePaintingTask(
            styles: styles, settings: settings, strokesSeenAt: self.styles.strokesOf,
            perceptual: try optimisation.perceptualWeights(library: library), library: library,
            size: paintingSize, threads: cores.threads, carriesRecipe: !noRecipe)
        try PaintRun(plan: plan, painting: task, losses: optimisation.losses, isQuiet: quiet).run()
    }

    private var paintingSize: FinePaintingTask.Size {
        if let size { return .longSide(size) }
        if let scale { return .scale(scale) }
        return .atMost(Self.usualSide)
    }
}
