import Networks

/// The layers of a live frame for one size, from the first residual block's normalisation to the picture, and the
/// memory between them.
final class StyleNetworkFramePlan {
    /// The first residual convolution, which sees no style; absent in a network without blocks, and where a picture is
    /// painted once: there it is one step among the others.
    let unconditioned: StyleNetworkSteps.Step?
    let steps: StyleNetworkSteps
    let output: PictureConvolution

    /// Where the maps lie.
    enum Place {
        /// To paint again and again: `layout.liveFrame` floats. The content is only read, and must be there already.
        case live(KernelMemory)
        /// To paint once: `layout.once` floats, which have the content at their beginning.
        case once(KernelMemory)
    }

    /// The multiplications of a frame.
    var cost: Int { steps.cost }

    /// - Parameters:
    ///   - content: the photograph's content features.
    ///   - width: of the photograph.
    ///   - height: likewise.
    ///   - precision: in which products are computed.
    ///   - place: the memory of the maps, all of which are overwritten.
    init(
        content: FeatureMap, width: Int, height: Int, layout: StyleNetworkLayout, network: PreparedStyleNetwork,
        precision: Precision, in place: Place, on engine: Engine
    ) throws(EngineError) {
        var builder = try Builder(
            content: content, layout: layout, weights: network.liveWeights(precision), place: place, engine: engine)
        for block in 0..<network.architecture.residualBlocks { try builder.addResidualBlock(block) }
        output = try builder.addDecoder(height: height, width: width, bias: network.outputBias)
        var steps = builder.steps
        unconditioned = builder.keepsContent && network.architecture.residualBlocks > 0 ? steps.removeFirst() : nil
        self.steps = steps
        unconditioned?.layer.run(on: engine)
    }

    /// Runs all layers.
    ///
    /// - Parameter progress: called every few milliseconds with the multiplications done.
    func paint(
        _ conditioning: Conditioning, into samples: inout [Float], on engine: Engine, progress: (Int) -> Bool
    ) throws(PaintingError) {
        let finished = output.painting(&samples) {
            unconditioned?.normalise(conditioning)
            return steps.run(conditioning, on: engine, progress: progress)
        }
        guard finished else { throw .cancelled }
    }
}

extension StyleNetworkFramePlan {
    /// Lays the layers out one behind the other.
    ///
    /// The residual blocks need three maps beside the content: the sum so far, and what each convolution gives. The
    /// decoder's maps take the place of the latter two. A picture that is painted once sums up in the content's place.
    private struct Builder {
        let layout: StyleNetworkLayout
        let weights: LiveWeights
        let engine: Engine
        let keepsContent: Bool
        private let memory: KernelMemory
        private let sum: FeatureMap
        private let branch: FeatureMap
        private let first: FeatureMap

        private(set) var steps = StyleNetworkSteps()
        /// What the next layer reads.
        private var features: FeatureMap
        /// The norm behind the next convolution.
        private var norm = 0

        init(
            content: FeatureMap, layout: StyleNetworkLayout, weights: LiveWeights, place: Place, engine: Engine
        ) throws(EngineError) {
            self.layout = layout
            self.weights = weights
            self.engine = engine
            features = content
            switch place {
            case .live(let memory): (self.memory, keepsContent) = (memory, true)
            case .once(let memory): (self.memory, keepsContent) = (memory, false)
            }
            let memory = memory
            func map(_ index: Int) throws(EngineError) -> FeatureMap {
                try FeatureMap(
                    channels: content.channels, height: content.height, width: content.width,
                    part: (memory, index * layout.features))
            }
            (sum, branch, first) = (try map(0), try map(1), try map(2))
        }

        /// `x + second(relu(first(x)))`, both convolutions normalised.
        mutating func addResidualBlock(_ block: Int) throws(EngineError) {
            // The first convolution of all is computed once, so its output needs a place of its own.
            let middle =
                block == 0 && keepsContent
                ? try FeatureMap(channels: features.channels, height: features.height, width: features.width) : first
            let one = try WinogradConvolution(
                features, weights: weights.residual[2 * block], to: middle, on: engine)
            add(one, named: "residual \(block + 1), first", one.normaliser)
            let two = try WinogradConvolution(
                middle, through: one.normaliser, weights: weights.residual[2 * block + 1], to: branch, on: engine)
            add(two, named: "residual \(block + 1), second", two.normaliser)
            steps.append(
                ElementwisePass(adding: branch, by: two.normaliser, to: features, giving: sum),
                named: "residual \(block + 1), sum")
            features = sum
        }

        /// For each stage nearest upsampling, convolution, normalisation, ReLU; then the picture.
        mutating func addDecoder(height: Int, width: Int, bias: [Float]) throws(EngineError) -> PictureConvolution {
            var offset = layout.features
            var last: UpsamplingConvolution?
            for (index, weights) in self.weights.upsampling.enumerated() {
                let larger = try FeatureMap(
                    channels: weights.outputs, height: 2 * features.height, width: 2 * features.width,
                    rowsHeld: layout.upsampledRowsHeld(divisor: 2 >> index), part: (memory, offset))
                offset += larger.size
                let convolution = try UpsamplingConvolution(
                    features, through: last?.normaliser, weights: weights, to: larger, on: engine)
                add(convolution, named: "upsampling \(index + 1)", convolution.normaliser)
                (features, last) = (larger, convolution)
            }
            let picture = try PictureConvolution(
                features, through: last?.normaliser, weights: weights.output, bias: bias,
                height: height, width: width, on: engine)
            if let rows = layout.rowsAtOnce, let last, features.height == layout.height {
                let kernel = weights.output.kernel
                steps.append(
                    InterleavedLayers(last, picture, rowsAtOnce: rows, kernel: kernel), named: "upsampling again, tail")
            } else {
                steps.append(picture, named: "tail")
            }
            return picture
        }

        private mutating func add(_ layer: any Layer, named name: String, _ normaliser: InstanceNormaliser) {
            steps.append(layer, named: name, norm: (normaliser, .conditioned(norm)))
            norm += 1
        }
    }
}
