import ArgumentParser
import Files
import StyleTransfer

/// Bakes a mix into a network of its own.
struct StylesBakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bake",
        abstract: "Bake a mix into a plain network of one style, to take away.",
        discussion: """
            The file is an ordinary safetensors file: the convolutions, and the mix's gamma and beta. \
            `pastiche render --network` paints with it, and so does a script for PyTorch in Training.

            Examples:
              pastiche styles bake --mix "starry-night=0.6,great-wave=0.4" -o night-wave.safetensors
              pastiche styles bake --preset evening --strength 1.2 -o evening.safetensors
              pastiche render holiday.jpg -o painted.png --network evening.safetensors
            """)

    @OptionGroup(title: "Mix")
    var mix: MixOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file of the network.", valueName: "path"),
        completion: .file(extensions: ["safetensors"]))
    var output: String

    @Flag(name: .shortAndLong, help: "Replace a file that exists.")
    var force = false

    func validate() throws {
        guard mix.mix != nil || mix.preset != nil || mix.like != nil else {
            throw ValidationError(
                "Name the styles to bake: --mix \"starry-night=0.6,great-wave=0.4\", --preset <preset> "
                    + "or --like <painting>.")
        }
    }

    func run() throws {
        try checkWritable(output, replacingExisting: force)
        let library = try StyleLibrary.installed()
        guard let recipe = try mix.read(library: library)?.recipe else { return }
        try BakedNetwork(recipe, library: library).write(to: output, replacingExisting: force)
    }
}
