import Imaging
import Networks

/// What a painting costs (Gatys et al. 2016), each part with its weight.
public struct GatysLosses: TotalLoss, Equatable {
    /// The drawing's departure from the photograph's: 1 where nothing of it is left.
    public var content: Double
    /// The Gram matrices' departure from the styles', summed over the layers.
    public var style: Double
    /// The roughness.
    public var variation: Double

    public var total: Double { content + style + variation }
}

/// The losses of paintings of one size.
///
/// Everything is relative, so that the weights mean the same for every network, style and size: a layer's squared
/// distance from the target Gram matrix is divided by that one's squared norm, the content's by the squared norm of the
/// photograph's features.
package struct GatysLoss: Objective {
    /// What counts how much.
    package struct Weights: Sendable, Equatable {
        package var content: Double
        package var style: Double
        package var smoothness: Double
    }

    private let network: PerceptualNetwork
    private let weights: Weights
    private let styles: [(layer: PerceptualLayer, weight: Double, target: GramTarget)]
    private let content: (layer: PerceptualLayer, target: FeatureTarget, scale: Double)?
    private let variation: TotalVariation

    /// - Parameters:
    ///   - photograph: of the painting's size.
    ///   - grams: the target's Gram matrices.
    /// - Throws: `PerceptualError`, `EngineError`.
    package init(
        photograph: Picture, grams: [PerceptualLayer: Tensor], settings: FineSettings,
        perceptual: PerceptualWeights, threads: Int
    ) throws {
        weights = Weights(
            content: settings.contentWeight, style: settings.styleWeight, smoothness: settings.smoothness)
        variation = TotalVariation(width: photograph.width, height: photograph.height)
        styles = settings.layers.weights.compactMap { layer, weight in
            guard weight > 0, settings.styleWeight > 0, let gram = grams[layer] else { return nil }
            return (layer, weight, GramTarget(gram, metric: perceptual.metrics[layer]))
        }
        var layers = Set(styles.map(\.layer))
        if settings.contentWeight > 0 { layers.insert(settings.contentLayer) }
        network = try PerceptualNetwork(
            weights: perceptual, width: photograph.width, height: photograph.height, layers: layers, threads: threads)
        guard settings.contentWeight > 0 else {
            content = nil
            return
        }
        network.run(photograph.samples)
        let features = network.features(settings.contentLayer)
        let target = FeatureTarget(features, metric: perceptual.metrics[settings.contentLayer])
        let norm = target.distance(to: Tensor(shape: features.shape)).value
        content = (settings.contentLayer, target, 1 / max(norm, 1e-12))
    }

    package mutating func evaluate(_ point: [Float], gradient: inout [Float]) -> GatysLosses {
        var losses = GatysLosses(content: 0, style: 0, variation: 0)
        network.run(point)
        var styleGradients: [PerceptualLayer: Tensor] = [:]
        for (layer, weight, target) in styles {
            let distance = target.distance(to: network.gram(layer))
            losses.style += weights.style * weight * distance.value
            styleGradients[layer] = distance.gradient.scaled(by: weights.style * weight)
        }
        var contentGradient: (layer: PerceptualLayer, gradient: Tensor)?
        if let content {
            let distance = content.target.distance(to: network.features(content.layer))
            losses.content = weights.content * content.scale * distance.value
            contentGradient = (content.layer, distance.gradient.scaled(by: weights.content * content.scale))
        }
        network.gradient(style: styleGradients, content: contentGradient, into: &gradient)
        if weights.smoothness > 0 {
            losses.variation =
                weights.smoothness
                * variation.value(of: point, weight: weights.smoothness, addingGradientTo: &gradient)
        }
        return losses
    }
}

extension Tensor {
    /// This tensor times a number.
    fileprivate consuming func scaled(by factor: Double) -> Tensor {
        let factor = Float(factor)
        for index in values.indices { values[index] *= factor }
        return self
    }
}
