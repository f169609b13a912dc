import Networks

/// The layers of the perceptual network for one size, there and back, and the memory between them.
///
/// What convolutions give is kept, without bias and ReLU, for the way back; whoever reads it applies them. On the way back
/// two places are enough: gradients with respect to what a convolution gave lie in one, those with respect to its input
/// in the other.
struct PerceptualPlan {
    /// One convolution and what it gives.
    struct Stage {
        let layer: PerceptualLayer
        let features: RectifiedFeatures
        /// From the picture or the stage before, in this order.
        let forward: [any Layer]
        /// For layers that are looked at.
        let gram: GramProduct?
    }

    /// The way back from what a convolution gives.
    struct BackwardStage {
        /// Through the border, the pooling if there is one behind this stage, and the ReLU.
        let activationGradient: ActivationGradient
        /// With respect to what the convolution gave: with a margin of one pixel.
        let gradient: FeatureMap
        /// Through the convolution.
        let convolutionGradient: WinogradConvolution
        /// For layers that are looked at.
        let gramGradient: GramGradient?
    }

    let stem: StemConvolution?
    let stages: [Stage]
    /// Of each stage; empty where the plan goes one way only.
    let backward: [BackwardStage]
    /// At the end of the way back.
    let pictureGradient: PictureGradient?

    /// - Parameters:
    ///   - convolutions: as far as the network is computed.
    ///   - layers: those whose Gram matrices may be asked for.
    ///   - passesBack: whether there is a way back; it takes about as much memory and preparation as the way there.
    init(
        _ convolutions: ArraySlice<PerceptualWeights.Convolution>, width: Int, height: Int,
        layers: Set<PerceptualLayer>, passesBack: Bool, precision: Precision, on engine: Engine
    ) throws(EngineError) {
        var builder = Builder(
            convolutions, width: width, height: height, layers: layers, precision: precision, engine: engine)
        for index in convolutions.indices { try builder.add(index) }
        if passesBack { try builder.addWayBack() }
        stem = builder.stem
        stages = builder.stages
        backward = builder.backward
        pictureGradient = builder.pictureGradient
    }
}

extension PerceptualPlan {
    /// Lays the stages out one behind the other.
    private struct Builder {
        let convolutions: ArraySlice<PerceptualWeights.Convolution>
        let layers: Set<PerceptualLayer>
        let precision: Precision
        let engine: Engine

        private(set) var stem: StemConvolution?
        private(set) var stages: [Stage] = []
        private(set) var backward: [BackwardStage] = []
        private(set) var pictureGradient: PictureGradient?
        /// The size of the stage's maps.
        private var height: Int
        private var width: Int

        init(
            _ convolutions: ArraySlice<PerceptualWeights.Convolution>, width: Int, height: Int,
            layers: Set<PerceptualLayer>, precision: Precision, engine: Engine
        ) {
            self.convolutions = convolutions
            self.layers = layers
            self.precision = precision
            self.engine = engine
            self.width = width
            self.height = height
        }

        mutating func add(_ index: Int) throws(EngineError) {
            let (layer, weights) = (convolutions[index].layer, convolutions[index].weights)
            var forward: [any Layer] = []
            var pooled: FeatureMap?
            if layer.isPooled, let before = stages.last {
                (height, width) = (height / 2, width / 2)
                let map = try FeatureMap(channels: weights.inputs, height: height, width: width)
                forward.append(PoolingPass(before.features, to: map))
                pooled = map
            }
            let output = try FeatureMap(channels: weights.outputs, height: height, width: width)
            if let before = stages.last {
                forward.append(
                    try WinogradConvolution(
                        pooled ?? before.features.map, through: pooled == nil ? before.features.source : nil,
                        weights: packed(weights), to: output, on: engine))
            } else {
                let stem = try StemConvolution(
                    height: height, width: width, weights: .stem(weights, for: engine.instructionSet), to: output,
                    on: engine)
                self.stem = stem
                forward.append(stem)
            }
            let features = RectifiedFeatures(output, through: try RectifiedBias(weights.bias))
            stages.append(
                Stage(
                    layer: layer, features: features, forward: forward,
                    gram: layers.contains(layer) ? try GramProduct(of: features, on: engine) : nil))
        }

        /// All stages must be there.
        mutating func addWayBack() throws(EngineError) {
            let maps = stages.map(\.features.map)
            let inputs = zip(convolutions, maps).map { FeatureMap.size($0.weights.inputs, within: $1) }
            let outputs = maps.map { FeatureMap.size($0.channels, within: $0) }
            let inputMemory = try KernelMemory(count: inputs.max() ?? 0)
            let outputMemory = try KernelMemory(count: outputs.max() ?? 0)
            // With respect to the input, and its border, of the convolution behind the one at hand.
            var behind: (padded: FeatureMap, isPooled: Bool)?
            for (stage, convolution) in zip(stages, convolutions).reversed() {
                let (features, weights) = (stage.features, convolution.weights)
                let gradient = try FeatureMap(weights.outputs, within: features.map, in: outputMemory)
                let activation = ActivationGradient(
                    from: behind?.padded, resampling: behind?.isPooled == true ? .pooling : .none,
                    through: features, to: gradient)
                let input = try FeatureMap(weights.inputs, within: features.map, in: inputMemory)
                backward.append(
                    BackwardStage(
                        activationGradient: activation, gradient: gradient,
                        convolutionGradient: try WinogradConvolution(
                            gradient, weights: packed(weights.transposed), to: input, border: .repeated, on: engine),
                        gramGradient: stage.gram == nil
                            ? nil : try GramGradient(of: features, to: gradient, precision: precision, on: engine)))
                behind = (input, stage.layer.isPooled)
            }
            backward.reverse()
            pictureGradient = behind.map { PictureGradient(from: $0.padded) }
        }

        private func packed(_ weights: ConvolutionWeights) throws(EngineError) -> PackedWeights {
            try .winograd(weights, for: engine.instructionSet, precision: precision)
        }
    }
}

extension FeatureMap {
    /// The floats of a map of gradients: as large as another one, with a margin of one pixel.
    fileprivate static func size(_ channels: Int, within map: FeatureMap) -> Int {
        size(channels: channels, height: map.height + 2, width: map.width + 2)
    }

    fileprivate convenience init(
        _ channels: Int, within map: FeatureMap, in memory: KernelMemory
    ) throws(EngineError) {
        try self.init(channels: channels, height: map.height + 2, width: map.width + 2, part: (memory, 0))
    }
}
