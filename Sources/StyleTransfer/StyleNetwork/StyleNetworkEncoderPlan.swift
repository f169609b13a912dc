import Imaging
import Networks

/// The encoder's layers for one size. They run once for a photograph, so their memory is needed no longer.
struct StyleNetworkEncoderPlan {
    let stem: StemConvolution
    private(set) var steps = StyleNetworkSteps()

    /// The multiplications of all layers.
    var cost: Int { steps.cost }

    /// - Parameters:
    ///   - width: of the photograph.
    ///   - height: likewise.
    ///   - features: receives the content features: what the last stage gives, normalised and rectified.
    ///   - part: memory for `layout.encoder` floats.
    init(
        width: Int, height: Int, layout: StyleNetworkLayout, network: PreparedStyleNetwork, to features: FeatureMap,
        in part: (memory: KernelMemory, offset: Int), on engine: Engine
    ) throws(EngineError) {
        let stages = network.encoder
        var map = try FeatureMap(
            channels: stages[0].weights.outputs, height: layout.height, width: layout.width,
            rowsHeld: layout.firstRowsHeld, part: part)
        stem = try StemConvolution(height: height, width: width, weights: stages[0].weights, to: map, on: engine)
        steps.append(stem, named: "stem", norm: stages[0].norm(stem.normaliser))
        var normaliser = stem.normaliser
        for (index, stage) in stages.enumerated().dropFirst() {
            let next =
                index == stages.count - 1
                ? features
                : try FeatureMap(
                    channels: stage.weights.outputs, height: (map.height + stage.stride - 1) / stage.stride,
                    width: (map.width + stage.stride - 1) / stage.stride,
                    part: (part.memory, part.offset + map.size))
            let convolution = try DirectConvolution(
                map, through: normaliser, weights: stage.weights, stride: stage.stride, to: next, on: engine)
            let norm = stage.norm(convolution.normaliser)
            let name = "encoder \(index + 1)"
            if let rows = layout.rowsAtOnce, index == 1 {
                steps.append(
                    InterleavedLayers(stem, convolution, rowsAtOnce: rows, kernel: stage.weights.kernel),
                    named: "stem again, \(name)", norm: norm)
            } else {
                steps.append(convolution, named: name, norm: norm)
            }
            (map, normaliser) = (next, convolution.normaliser)
        }
        steps.append(ElementwisePass(activating: map, by: normaliser, to: map), named: "encoder, ReLU")
    }

    /// Computes the content features.
    ///
    /// - Parameters:
    ///   - samples: the photograph's planes.
    ///   - progress: as of `StyleNetworkSteps.run`.
    /// - Returns: false if `progress` did.
    func run(reading samples: [Float], on engine: Engine, progress: (Int) -> Bool = { _ in true }) -> Bool {
        stem.reading(samples) { steps.run(nil, on: engine, progress: progress) }
    }
}

extension PreparedStyleNetwork.EncoderStage {
    fileprivate func norm(_ normaliser: InstanceNormaliser) -> (InstanceNormaliser, StyleNetworkSteps.Scaling) {
        (normaliser, .fixed(gamma: gamma, beta: beta))
    }
}
