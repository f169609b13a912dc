extension ConvolutionWeights {
    /// The convolution that passes gradients back: inputs and outputs exchanged, the window turned around, no bias.
    package var transposed: ConvolutionWeights {
        let window = kernel * kernel
        var turned = Tensor(shape: [inputs, outputs, kernel, kernel])
        for output in 0..<outputs {
            for input in 0..<inputs {
                for tap in 0..<window {
                    turned.values[(input * outputs + output) * window + window - 1 - tap] =
                        weight.values[(output * inputs + input) * window + tap]
                }
            }
        }
        return ConvolutionWeights(weight: turned, bias: [Float](repeating: 0, count: inputs))
    }
}
