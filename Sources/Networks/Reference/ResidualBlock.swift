/// A convolution and the normalisation behind it.
package struct NormalisedConvolution {
    package let weights: ConvolutionWeights
    package let stride: Int
    package let gamma: ArraySlice<Float>
    package let beta: ArraySlice<Float>

    package init(_ weights: ConvolutionWeights, stride: Int = 1, gamma: ArraySlice<Float>, beta: ArraySlice<Float>) {
        self.weights = weights
        self.stride = stride
        self.gamma = gamma
        self.beta = beta
    }
}

extension Tensor {
    /// The feature map convolved, then normalised.
    package func convolved(_ layer: NormalisedConvolution, method: ConvolutionMethod = .sums) -> Tensor {
        convolved(layer.weights, stride: layer.stride, method: method).instanceNormalised(
            gamma: layer.gamma, beta: layer.beta)
    }

    /// The feature map plus what two convolutions make of it: `x + second(relu(first(x)))`.
    package func residualBlock(
        _ first: NormalisedConvolution, _ second: NormalisedConvolution, method: ConvolutionMethod = .sums
    ) -> Tensor {
        self + convolved(first, method: method).rectified().convolved(second, method: method)
    }
}
