import Networks

/// The perceptual network for pictures of one size: features, Gram matrices, and gradients with respect to the picture.
///
/// Planned once; looking at a picture and coming back allocate nothing but what they answer. Results are the same to the
/// last bit for any number of threads; between instruction sets and precisions they differ by rounding. Not `Sendable`: one
/// thread at a time.
///
/// It keeps the maps of every layer: some 1.7 KB for each pixel with VGG-19's own widths, less with narrower ones.
public final class PerceptualNetwork {
    public let width: Int
    public let height: Int
    private let layers: Set<PerceptualLayer>
    private let engine: Engine
    private let plan: PerceptualPlan

    public var threads: Int { engine.threads }
    public var instructionSet: InstructionSet { engine.instructionSet }

    /// - Parameters:
    ///   - layers: those that are looked at; the network is computed up to the last of them.
    ///   - passesBack: whether gradients may be asked for. Without, the network takes less memory and preparation.
    ///   - threads: 0 for one on each core.
    ///   - precision: of products, but for those of the first convolution and of Gram matrices, which are in single precision.
    ///   - instructionSet: nil for the one that the environment asks for, or else the best.
    /// - Throws: `PerceptualError` if a layer is not there or the picture too small for it; `EngineError`.
    public init(
        weights: PerceptualWeights, width: Int, height: Int, layers: Set<PerceptualLayer>, passesBack: Bool = true,
        threads: Int = 0, precision: Precision = .single, instructionSet: InstructionSet? = nil
    ) throws {
        try weights.check(layers, width: width, height: height)
        self.width = width
        self.height = height
        self.layers = layers
        engine = try Engine(instructionSet: instructionSet ?? .chosen(), threads: threads)
        let count = layers.max().map { last in weights.convolutions.count { $0.layer <= last } } ?? 0
        plan = try PerceptualPlan(
            weights.convolutions[..<count], width: width, height: height, layers: layers, passesBack: passesBack,
            precision: precision, on: engine)
    }

    /// Looks at a picture: what the other methods answer is about it, until the next one.
    ///
    /// - Parameter samples: planes of red, green and blue, sRGB in 0...1; values beyond are taken as they are.
    public func run(_ samples: [Float]) {
        precondition(samples.count == 3 * width * height)
        plan.stem?.reading(samples) {
            for stage in plan.stages {
                for layer in stage.forward { layer.run(on: engine) }
            }
        }
    }

    /// The Gram matrix of a layer, `[channels, channels]`: products of features, in the mean over all pixels.
    ///
    /// - Precondition: the layer is one of those that are looked at.
    public func gram(_ layer: PerceptualLayer) -> Tensor {
        guard let product = stage(layer).gram else { return Tensor(shape: [0, 0]) }
        product.run(on: engine)
        return product.matrix
    }

    /// The features of a layer, `[channels, rows, columns]`.
    ///
    /// - Precondition: as for `gram`.
    public func features(_ layer: PerceptualLayer) -> Tensor {
        stage(layer).features.tensor
    }

    /// The gradient of a loss with respect to the picture.
    ///
    /// - Parameters:
    ///   - style: for layers, the loss's gradients with respect to their Gram matrices, `[channels, channels]`.
    ///   - content: for a layer, the loss's gradient with respect to its features.
    ///   - gradient: receives the gradient, planes of red, green and blue.
    /// - Precondition: the network passes back.
    public func gradient(
        style: [PerceptualLayer: Tensor], content: (layer: PerceptualLayer, gradient: Tensor)? = nil,
        into gradient: inout [Float]
    ) {
        precondition(plan.backward.count == plan.stages.count, "a network that does not pass back has no gradients")
        if gradient.count != 3 * width * height { gradient = [Float](repeating: 0, count: 3 * width * height) }
        let deepest = plan.stages.lastIndex { style[$0.layer] != nil || $0.layer == content?.layer }
        guard let deepest, let pictureGradient = plan.pictureGradient else {
            for index in gradient.indices { gradient[index] = 0 }
            return
        }
        for index in (0...deepest).reversed() {
            let (layer, stage) = (plan.stages[index].layer, plan.backward[index])
            var isWritten = false
            if let content, content.layer == layer {
                stage.gradient.setInside(content.gradient)
                isWritten = true
            }
            if let matrix = style[layer], let gramGradient = stage.gramGradient {
                gramGradient.setMatrixGradient(matrix)
                gramGradient.adds = isWritten
                gramGradient.run(on: engine)
                isWritten = true
            }
            stage.activationGradient.adds = isWritten
            stage.activationGradient.receives = index < deepest
            stage.activationGradient.run(on: engine)
            stage.convolutionGradient.run(on: engine)
        }
        pictureGradient.writing(&gradient) { pictureGradient.run(on: engine) }
    }

    private func stage(_ layer: PerceptualLayer) -> PerceptualPlan.Stage {
        precondition(layers.contains(layer))
        // The stages go as far as the last layer that is looked at.
        return plan.stages[plan.stages.firstIndex { $0.layer == layer } ?? 0]
    }
}

extension PerceptualWeights {
    /// - Throws: if the network lacks a layer or nothing is left of a picture there.
    func check(_ layers: Set<PerceptualLayer>, width: Int, height: Int) throws(PerceptualError) {
        for layer in layers.sorted() {
            guard convolutions.contains(where: { $0.layer == layer }) else {
                throw PerceptualError(file, .noSuchLayer(layer, deepest: self.layers.last ?? layer))
            }
            let least = 1 << (layer.stage - 1)
            guard min(width, height) >= least else {
                throw PerceptualError(
                    file, .pictureTooSmall(width: width, height: height, layer: layer, least: least))
            }
        }
    }
}
