import Imaging
import Networks

/// The encoder's layers for one size. They run once for a photograph, so their memory is gone afterwards.
enum StyleNetworkEncoderPlan {
    /// The content features of a photograph: what the last encoder stage gives, normalised and rectified.
    static func content(
        of photograph: Picture, network: PreparedStyleNetwork, on engine: Engine
    ) throws(EngineError) -> FeatureMap {
        let stages = network.encoder
        let size = StyleNetworkArchitecture.paddedSize(width: photograph.width, height: photograph.height)
        var map = try FeatureMap(channels: stages[0].weights.outputs, height: size.height, width: size.width)
        let stem = try StemConvolution(
            height: photograph.height, width: photograph.width, weights: stages[0].weights, to: map, on: engine)
        stem.reading(photograph.samples) { stem.run(on: engine) }
        var normaliser = stem.normaliser
        normaliser.update(stages[0])
        for stage in stages.dropFirst() {
            let next = try FeatureMap(
                channels: stage.weights.outputs, height: (map.height + stage.stride - 1) / stage.stride,
                width: (map.width + stage.stride - 1) / stage.stride)
            let convolution = try DirectConvolution(
                map, through: normaliser, weights: stage.weights, stride: stage.stride, to: next, on: engine)
            convolution.run(on: engine)
            (map, normaliser) = (next, convolution.normaliser)
            normaliser.update(stage)
        }
        ElementwisePass(activating: map, by: normaliser, to: map).run(on: engine)
        return map
    }
}

extension InstanceNormaliser {
    fileprivate func update(_ stage: PreparedStyleNetwork.EncoderStage) {
        update(gamma: stage.gamma, beta: stage.beta, range: stage.gamma.indices)
    }
}
