// Gradients of the reference layers. Each is called on the gradient of a loss with respect to what the layer gave, and
// answers the gradient with respect to what the layer was given.

extension Tensor {
    /// The gradient with respect to the input of `convolved`. Sums in double precision.
    ///
    /// - Parameters:
    ///   - height: the rows of the input.
    ///   - width: its columns.
    package func convolutionGradient(
        _ weights: ConvolutionWeights, stride: Int = 1, height: Int, width: Int
    ) -> Tensor {
        precondition(shape[0] == weights.outputs)
        precondition(shape[1] == (height + stride - 1) / stride && shape[2] == (width + stride - 1) / stride)
        let (kernel, half) = (weights.kernel, weights.kernel / 2)
        var padded = Tensor(shape: [weights.inputs, height + 2 * half, width + 2 * half])
        let plane = padded.shape[1] * padded.shape[2]
        for input in 0..<weights.inputs {
            var sums = [Double](repeating: 0, count: plane)
            for output in 0..<weights.outputs {
                for tap in 0..<kernel * kernel {
                    let weight = Double(
                        weights.weight.values[(output * weights.inputs + input) * kernel * kernel + tap])
                    for row in 0..<shape[1] {
                        let target = (row * stride + tap / kernel) * padded.shape[2] + tap % kernel
                        for column in 0..<shape[2] {
                            sums[target + column * stride] += weight * Double(self[output, row, column])
                        }
                    }
                }
            }
            for index in sums.indices { padded.values[input * plane + index] = Float(sums[index]) }
        }
        return padded.reflectionPaddingGradient(top: half, left: half, bottom: half, right: half)
    }
}
