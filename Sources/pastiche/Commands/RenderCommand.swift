import ArgumentParser
import Files
import Imaging
import StyleTransfer

/// Paints photographs into files.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Paint photographs into files.",
        discussion: """
            One photograph goes into a file, whose ending says the format; several go into a folder, which is made \
            if it is not there, under their own names with "-pastiche" added. A single hyphen stands for standard \
            input and standard output.

            Examples:
              pastiche render holiday.jpg -o painting.png --mix starry-night
              pastiche render holiday.jpg -o big.jpg --preset evening --size 2400
              pastiche render *.jpg -o paintings --mix "scream=2,kiss" --format jpeg
              pastiche render harbour.jpg -o harbour.png --like painting.png
              pastiche render harbour.jpg -o poster.png --preset evening --size 6000 --strokes-of 1000
              pastiche render dahlia.jpg -o dahlia.png --mix scream --keep-colours 0.7
              pastiche render harbour.jpg -o harbour.png --network evening.safetensors
              pastiche render - -o - --mix udnie < photo.png > painting.png
            """)

    @Argument(
        help: ArgumentHelp("The photographs, PNG or JPEG; '-' is standard input.", valueName: "photo"),
        completion: .photograph)
    var photographs: [String]

    @OptionGroup(title: "Mix")
    var mix: MixOptions

    @Option(
        help: ArgumentHelp(
            "A network that `pastiche styles bake` made, to paint with in place of a mix.", valueName: "path"),
        completion: .file(extensions: ["safetensors"]))
    var network: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file, or the folder for several photographs; '-' is standard output.", valueName: "path"),
        completion: .file())
    var output: String

    @Option(
        help: ArgumentHelp(
            "The long side of the painting in pixels; without it, the photograph's.", valueName: "pixels"))
    var size: Int?

    @Option(
        help: ArgumentHelp(
            "Paint the strokes as broad, against the picture, as in one with this long side, as far as the styles reach.",
            valueName: "pixels"))
    var strokesOf: Int?

    @Option(
        help: ArgumentHelp(
            "The format, where no file's ending says it.", valueName: "format"),
        completion: .list(["png", "jpeg"]))
    var format: PictureFormat?

    @Option(help: ArgumentHelp("The quality of a JPEG, 1 to 100.", valueName: "percent"))
    var quality = 92

    @Option(help: ArgumentHelp("The bits of a PNG's samples, 8 or 16.", valueName: "bits"))
    var depth = 8

    @Flag(
        help: ArgumentHelp(
            "Leave the recipe out of the paintings.",
            discussion: "Paintings say in their file how they were painted, and with it the photograph's path."))
    var noRecipe = false

    @Flag(name: .shortAndLong, help: "Replace files that exist. A photograph is never replaced by its own painting.")
    var force = false

    @Flag(name: .shortAndLong, help: "Show no progress; errors are still reported.")
    var quiet = false

    @OptionGroup var numbers: PrecisionOption

    @OptionGroup var cores: ThreadsOption

    func validate() throws {
        if network != nil {
            guard mix.mix == nil, mix.preset == nil, mix.like == nil, mix.strength == nil, mix.stroke == nil,
                strokesOf == nil
            else {
                throw ValidationError(
                    "A baked network is one mix at one strength and one stroke size: give '--network' without "
                        + "another mix, '--strength', '--stroke' and '--strokes-of'.")
            }
        }
        guard network != nil || mix.mix != nil || mix.preset != nil || mix.like != nil else {
            throw ValidationError(
                "Name the styles to paint in: --mix \"starry-night=0.6,great-wave=0.4\", --preset <preset>, "
                    + "--like <painting> or --network <path>. "
                    + "'pastiche styles' lists them.")
        }
        guard (1...100).contains(quality) else { throw ValidationError("The quality goes from 1 to 100.") }
        guard depth == 8 || depth == 16 else { throw ValidationError("The depth is 8 or 16 bits.") }
        if let size, !(1...65_500).contains(size) {
            throw ValidationError("The size is the long side of the painting, 1 to 65500 pixels.")
        }
        if let strokesOf, !(1...65_500).contains(strokesOf) {
            throw ValidationError("'--strokes-of' is the long side of a picture, 1 to 65500 pixels.")
        }
        if photographs.count > 1 {
            if photographs.contains("-") { throw ValidationError("Standard input is painted alone, not among others.") }
            if output == "-" {
                throw ValidationError("Standard output takes one photograph; name a folder for several.")
            }
        }
    }

    func run() throws {
        guard let subject = try subject() else { return }
        let plan = try RenderPlan(
            photographs: photographs, output: output, format: format, quality: quality, depth: depth, replacing: force)
        try subject.prepare(numbers.precision)
        let painting = PaintingTask(
            subject: subject, longSide: size, threads: cores.threads, precision: numbers.precision,
            carriesRecipe: !noRecipe)
        try RenderRun(plan: plan, painting: painting, isQuiet: quiet).run()
    }

    private func subject() throws -> PaintingTask.Subject? {
        if let network {
            let baked = try BakedNetwork.read(path: network)
            var kept = baked.recipe.keptColours
            mix.keep(&kept)
            return .network(baked.keeping(kept))
        }
        let library = try StyleLibrary.installed()
        guard let recipe = try mix.read(library: library)?.recipe else { return nil }
        return .mix(recipe, library, strokesSeenAt: strokesOf)
    }
}
