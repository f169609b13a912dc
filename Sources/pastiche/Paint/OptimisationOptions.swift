import ArgumentParser
import Foundation
import StyleTransfer

/// The options that say how `paint` looks for the best picture.
struct OptimisationOptions: ParsableArguments {
    private static let usual = FineSettings()

    @Option(
        help: ArgumentHelp(
            "How often the whole picture is improved, over all the sizes that it passes through.", valueName: "count"))
    var iterations = Self.usual.iterations

    @Option(
        help: ArgumentHelp(
            "How many sizes it passes through at most, from coarse to fine; 1 for the painting's own alone.",
            valueName: "count"))
    var sizes: Int?

    @Option(help: ArgumentHelp("How much the photograph's drawing counts.", valueName: "weight"))
    var contentWeight = Self.usual.contentWeight

    @Option(help: ArgumentHelp("How much the styles count.", valueName: "weight"))
    var styleWeight = Self.usual.styleWeight

    @Option(help: ArgumentHelp("How much it counts that neighbouring pixels are alike.", valueName: "weight"))
    var smoothness = Self.usual.smoothness

    @Option(
        help: ArgumentHelp(
            "The layers of the perceptual network that see the style, and how much each counts.",
            discussion: "Early layers see colours and the finest texture, late ones large shapes. Without it: "
                + "relu1_1=1,relu2_1=1,relu3_1=1,relu4_1=1.",
            valueName: "layers"))
    var layers: String?

    @Option(help: ArgumentHelp("The layer that sees the photograph's drawing.", valueName: "layer"))
    var contentLayer = Self.usual.contentLayer

    @Option(
        help: ArgumentHelp(
            "What to start from: photo, noise, or pastiche.",
            discussion: "The pastiche is the fast network's, of the styles that it knows; it saves some of the "
                + "iterations. Without this option it is taken where every style is known, else the photograph.",
            valueName: "start"))
    var start: FineSettings.Start?

    @Option(help: ArgumentHelp("Which noise to start from, a number.", valueName: "number"))
    var seed = Self.usual.seed

    @Option(
        help: ArgumentHelp(
            "How to search: lbfgs, or adam, which is slower and takes a fifth of the memory.", valueName: "method"))
    var method = Self.usual.method

    @Option(
        help: ArgumentHelp(
            "The perceptual network's weights, safetensors; without it, the network that ships.",
            discussion: "VGG-19 with torchvision's names of layers (features.0.weight), or with its own "
                + "(conv1_1.weight).",
            valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var perceptual: String?

    @Option(
        help: ArgumentHelp(
            "Write the losses after each iteration into this file, as comma-separated values.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var losses: String?

    func validate() throws {
        guard FineSettings.iterationRange.contains(iterations) else {
            throw ValidationError("The number of iterations goes from 1 to \(FineSettings.iterationRange.upperBound).")
        }
        if let sizes, sizes < 1 { throw ValidationError("'--sizes' is 1 or more.") }
        for (name, weight) in [
            ("--content-weight", contentWeight), ("--style-weight", styleWeight), ("--smoothness", smoothness),
        ] where !(weight.isFinite && weight >= 0) {
            throw ValidationError("'\(name)' is a number, 0 or more.")
        }
    }

    /// - Throws: `FineError`.
    func settings() throws -> FineSettings {
        var settings = FineSettings()
        settings.iterations = iterations
        settings.sizes = sizes
        settings.contentWeight = contentWeight
        settings.styleWeight = styleWeight
        settings.smoothness = smoothness
        if let layers { settings.layers = try LayerWeights(parsing: layers) }
        settings.contentLayer = contentLayer
        settings.start = start
        settings.seed = seed
        settings.method = method
        try settings.validate()
        return settings
    }

    /// The network that judges.
    ///
    /// - Throws: `PaintError.perceptualMissing`, `FileError`, `SafetensorsError`, `PerceptualError`.
    func perceptualWeights(library: StyleLibrary) throws -> PerceptualWeights {
        if let perceptual { return try .read(path: perceptual) }
        guard let path = library.perceptualPath else { throw PaintError.perceptualMissing }
        return try .read(path: path)
    }
}

extension FineSettings.Start: ExpressibleByArgument {}
extension PerceptualLayer: ExpressibleByArgument {}
extension FineSettings.Method: ExpressibleByArgument {}

extension StyleLibrary {
    /// Where the perceptual network lies that ships with the library; nil if there is none.
    fileprivate var perceptualPath: String? {
        let path = folder + "/perceptual.safetensors"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
