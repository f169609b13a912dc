import Networks

/// The perceptual network in its plainest form: slow, in double precision inside every layer. The fast one is held against
/// it.
package struct ReferencePerceptualNetwork {
    package let weights: PerceptualWeights
    private let method: ConvolutionMethod

    package init(_ weights: PerceptualWeights, method: ConvolutionMethod = .sums) {
        self.weights = weights
        self.method = method
    }

    /// The features of all layers up to one, in order.
    ///
    /// - Parameter picture: `[3, height, width]`, sRGB in 0...1.
    package func features(of picture: Tensor, through last: PerceptualLayer) -> [Tensor] {
        var results: [Tensor] = []
        for convolution in weights.convolutions where convolution.layer <= last {
            let input = input(of: convolution, picture: picture, before: results.last)
            results.append(input.convolved(convolution.weights, method: method).rectified())
        }
        return results
    }

    /// The gradient of a loss with respect to the picture.
    ///
    /// - Parameters:
    ///   - features: what `features` gave for the picture.
    ///   - style: the loss's gradients with respect to Gram matrices.
    ///   - content: those with respect to features.
    package func gradient(
        picture: Tensor, features: [Tensor], style: [PerceptualLayer: Tensor], content: [PerceptualLayer: Tensor]
    ) -> Tensor {
        var passed: Tensor?
        for (index, convolution) in weights.convolutions.enumerated().prefix(features.count).reversed() {
            var gradient = passed ?? Tensor(shape: features[index].shape)
            if let own = style[convolution.layer] {
                gradient = gradient + own.gramMatrixGradient(of: features[index])
            }
            if let own = content[convolution.layer] { gradient = gradient + own }
            let before = index > 0 ? features[index - 1] : nil
            let input = input(of: convolution, picture: picture, before: before)
            gradient = gradient.rectifiedGradient(of: features[index]).convolutionGradient(
                convolution.weights, height: input.shape[1], width: input.shape[2])
            if let before, convolution.layer.isPooled { gradient = gradient.maximumPoolingGradient(of: before) }
            passed = gradient
        }
        return passed ?? Tensor(shape: picture.shape)
    }

    private func input(of convolution: PerceptualWeights.Convolution, picture: Tensor, before: Tensor?) -> Tensor {
        guard let before else { return picture }
        return convolution.layer.isPooled ? before.maximumPooled() : before
    }
}
