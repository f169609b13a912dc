import Networks

/// The layers of the perceptual network for one size, there and back, and the memory between them.
///
/// What convolutions give is kept, without bias and ReLU, for the way back; whoever reads it applies them. On the way back
/// two places are enough: gradients with respect to what a convolution gave lie in one, those with respect to its input
/// in the other.
struct PerceptualPlan {
    /// One convolution, what it gives, and the way back from there.
    struct Stage {
        let layer: PerceptualLayer
        let features: RectifiedFeatures
        /// From the picture or the stage before, in this order.
        let forward: [any Layer]
        /// Through the border, the pooling if there is one behind this stage, and the ReLU.
        let activationGradient: ActivationGradient
        /// With respect to what the convolution gave: with a margin of one pixel.
        let gradient: FeatureMap
        /// Through the convolution.
        let convolutionGradient: WinogradConvolution
        /// For layers that are looked at.
        let gram: GramProduct?
        let gramGradient: GramGradient?
    }

    let stem: StemConvolution?
    let stages: [Stage]
    /// At the end of the way back.
    let pictureGradient: PictureGradient?

    /// - Parameters:
    ///   - convolutions: as far as the network is computed.
    ///   - layers: those whose Gram matrices may be asked for.
    init(
        _ convolutions: ArraySlice<PerceptualWeights.Convolution>, width: Int, height: Int,
        layers: Set<PerceptualLayer>, precision: Precision, on engine: Engine
    ) throws(EngineError) {
        var builder = try Builder(
            convolutions, width: width, height: height, layers: layers, precision: precision, engine: engine)
        for index in convolutions.indices { try builder.add(index) }
        stem = builder.stem
        stages = builder.stages
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
        /// Gradients with respect to outputs and inputs of convolutions, of any stage.
        private let outputGradients: KernelMemory
        private let inputGradients: KernelMemory

        private(set) var stem: StemConvolution?
        private(set) var stages: [Stage] = []
        private(set) var pictureGradient: PictureGradient?
        /// The size of the stage's maps.
        private var height: Int
        private var width: Int

        init(
            _ convolutions: ArraySlice<PerceptualWeights.Convolution>, width: Int, height: Int,
            layers: Set<PerceptualLayer>, precision: Precision, engine: Engine
        ) throws(EngineError) {
            self.convolutions = convolutions
            self.layers = layers
            self.precision = precision
            self.engine = engine
            self.width = width
            self.height = height
            var (outputs, inputs) = (0, 0)
            for convolution in convolutions {
                let divisor = 1 << (convolution.layer.stage - 1)
                func size(_ channels: Int) -> Int {
                    FeatureMap.size(channels: channels, height: height / divisor + 2, width: width / divisor + 2)
                }
                outputs = max(outputs, size(convolution.weights.outputs))
                inputs = max(inputs, size(convolution.weights.inputs))
            }
            outputGradients = try KernelMemory(count: outputs)
            inputGradients = try KernelMemory(count: inputs)
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
                        weights: .winograd(weights, for: engine.instructionSet, precision: precision), to: output,
                        on: engine))
            } else {
                let stem = try StemConvolution(
                    height: height, width: width, weights: .stem(weights, for: engine.instructionSet), to: output,
                    on: engine)
                self.stem = stem
                forward.append(stem)
            }
            let features = RectifiedFeatures(output, through: try RectifiedBias(weights.bias))
            try addStage(index, features, forward)
        }

        private mutating func addStage(
            _ index: Int, _ features: RectifiedFeatures, _ forward: [any Layer]
        ) throws(EngineError) {
            let (layer, weights) = (convolutions[index].layer, convolutions[index].weights)
            let gradient = try FeatureMap(
                channels: weights.outputs, height: height + 2, width: width + 2, part: (outputGradients, 0))
            let padded = try FeatureMap(
                channels: weights.inputs, height: height + 2, width: width + 2, part: (inputGradients, 0))
            if index == convolutions.startIndex { pictureGradient = PictureGradient(from: padded) }
            let isLookedAt = layers.contains(layer)
            stages.append(
                Stage(
                    layer: layer, features: features, forward: forward,
                    activationGradient: try activationGradient(behind: index, features, to: gradient),
                    gradient: gradient,
                    convolutionGradient: try WinogradConvolution(
                        gradient,
                        weights: .winograd(
                            weights.transposed, for: engine.instructionSet, precision: precision),
                        to: padded, border: .repeated, on: engine),
                    gram: isLookedAt ? try GramProduct(of: features, on: engine) : nil,
                    gramGradient: isLookedAt
                        ? try GramGradient(of: features, to: gradient, precision: precision, on: engine) : nil))
        }

        /// The way back from the input of the convolution behind a stage, if there is one.
        private func activationGradient(
            behind index: Int, _ features: RectifiedFeatures, to gradient: FeatureMap
        ) throws(EngineError) -> ActivationGradient {
            guard index + 1 < convolutions.endIndex else {
                return ActivationGradient(from: nil, through: features, to: gradient)
            }
            let isPooled = convolutions[index + 1].layer.isPooled
            let divisor = isPooled ? 2 : 1
            let padded = try FeatureMap(
                channels: features.map.channels, height: height / divisor + 2, width: width / divisor + 2,
                part: (inputGradients, 0))
            return ActivationGradient(
                from: padded, resampling: isPooled ? .pooling : .none, through: features, to: gradient)
        }
    }
}
