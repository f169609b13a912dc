import Networks

/// The layers of a live frame for one size, from the first residual block's normalisation to the picture, and the
/// memory between them.
final class StyleNetworkFramePlan {
    /// A layer and the conditioned norm behind it.
    private struct Step {
        let layer: any Layer
        let norm: (normaliser: InstanceNormaliser, index: Int)?

        /// Computes the scales and shifts that the next layer applies.
        func condition(_ conditioning: Conditioning) {
            guard let norm else { return }
            norm.normaliser.update(
                gamma: conditioning.gamma, beta: conditioning.beta, range: conditioning.ranges[norm.index])
        }
    }

    /// The multiplications between two calls of `progress`, for each thread: a millisecond or two.
    private static let sliceCost = 64 << 20

    /// The first residual convolution, which sees no style; absent in a network without blocks.
    private let unconditioned: Step?
    private let steps: [Step]
    private let output: PictureConvolution
    private let cost: Int

    /// - Parameters:
    ///   - content: the photograph's content features; only read.
    ///   - precision: in which products are computed.
    init(
        content: FeatureMap, width: Int, height: Int, network: PreparedStyleNetwork, precision: Precision = .single,
        on engine: Engine
    ) throws(EngineError) {
        let weights = try network.liveWeights(precision)
        var builder = try Builder(content: content, weights: weights, engine: engine)
        for block in 0..<network.architecture.residualBlocks { try builder.addResidualBlock(block) }
        for weights in weights.upsampling { try builder.addUpsampling(weights) }
        output = try PictureConvolution(
            builder.features, through: builder.normaliser, weights: weights.output, bias: network.outputBias,
            height: height, width: width, on: engine)
        var steps = builder.steps
        steps.append(Step(layer: output, norm: nil))
        unconditioned = network.architecture.residualBlocks > 0 ? steps.removeFirst() : nil
        self.steps = steps
        cost = steps.reduce(0) { $0 + $1.layer.cost }
        unconditioned?.layer.run(on: engine)
    }

    /// Runs all layers.
    func paint(
        _ conditioning: Conditioning, into samples: inout [Float], on engine: Engine, progress: (Double) -> Bool
    ) throws(PaintingError) {
        let finished = output.painting(&samples) {
            var done = 0
            unconditioned?.condition(conditioning)
            for step in steps {
                let slice = max(1, Self.sliceCost / step.layer.unitCost) * engine.threads
                var unit = 0
                while unit < step.layer.units {
                    guard progress(Double(done) / Double(cost)) else { return false }
                    let end = min(unit + slice, step.layer.units)
                    step.layer.run(on: engine, units: unit..<end)
                    done += (end - unit) * step.layer.unitCost
                    unit = end
                }
                step.condition(conditioning)
            }
            return progress(1)
        }
        guard finished else { throw .cancelled }
    }
}

extension StyleNetworkFramePlan {
    /// Lays the layers out one behind the other.
    ///
    /// The residual blocks need three maps beside the content: the sum so far, and what each convolution gives. The
    /// decoder's maps take the place of the latter two.
    private struct Builder {
        let weights: LiveWeights
        let engine: Engine
        private let memory: KernelMemory
        private let sum: FeatureMap
        private let branch: FeatureMap
        private let first: FeatureMap
        /// Where the next of the decoder's maps lies.
        private var decoderOffset: Int

        private(set) var steps: [Step] = []
        /// What the next layer reads.
        private(set) var features: FeatureMap
        /// Through which it reads.
        private(set) var normaliser: InstanceNormaliser?

        private var norms: Int { steps.count { $0.norm != nil } }

        init(content: FeatureMap, weights: LiveWeights, engine: Engine) throws(EngineError) {
            self.weights = weights
            self.engine = engine
            features = content
            let (height, width) = (content.height, content.width)
            let size = FeatureMap.size(channels: content.channels, height: height, width: width)
            var decoder = 0
            for (index, weights) in weights.upsampling.enumerated() {
                decoder += FeatureMap.size(
                    channels: weights.outputs, height: height << (index + 1), width: width << (index + 1))
            }
            let memory = try KernelMemory(count: size + max(2 * size, decoder))
            func map(_ index: Int) throws(EngineError) -> FeatureMap {
                try FeatureMap(
                    channels: content.channels, height: height, width: width, part: (memory, index * size))
            }
            (sum, branch, first) = (try map(0), try map(1), try map(2))
            self.memory = memory
            decoderOffset = size
        }

        /// `x + second(relu(first(x)))`, both convolutions normalised.
        mutating func addResidualBlock(_ block: Int) throws(EngineError) {
            // The first convolution of all is computed once, so its output needs a place of its own.
            let middle =
                block == 0
                ? try FeatureMap(channels: features.channels, height: features.height, width: features.width) : first
            let one = try WinogradConvolution(
                features, weights: weights.residual[2 * block], to: middle, on: engine)
            add(one, one.normaliser)
            let two = try WinogradConvolution(
                middle, through: one.normaliser, weights: weights.residual[2 * block + 1], to: branch, on: engine)
            add(two, two.normaliser)
            let addition = ElementwisePass(adding: branch, by: two.normaliser, to: features, giving: sum)
            steps.append(Step(layer: addition, norm: nil))
            features = sum
        }

        /// Nearest upsampling, convolution, normalisation, ReLU.
        mutating func addUpsampling(_ weights: PackedWeights) throws(EngineError) {
            let larger = try FeatureMap(
                channels: weights.outputs, height: 2 * features.height, width: 2 * features.width,
                part: (memory, decoderOffset))
            decoderOffset += FeatureMap.size(channels: larger.channels, height: larger.height, width: larger.width)
            let convolution = try UpsamplingConvolution(
                features, through: normaliser, weights: weights, to: larger, on: engine)
            add(convolution, convolution.normaliser)
            (features, normaliser) = (larger, convolution.normaliser)
        }

        private mutating func add(_ layer: any Layer, _ normaliser: InstanceNormaliser) {
            steps.append(Step(layer: layer, norm: (normaliser, norms)))
        }
    }
}
