/// What `Tensor.instanceNormalised` passes back.
package struct InstanceNormalisationGradient {
    package var input: Tensor
    /// One for every channel.
    package var gamma: [Float]
    package var beta: [Float]
}

extension Tensor {
    /// The gradients with respect to the input, gamma and beta of `instanceNormalised`.
    ///
    /// - Parameter input: what was normalised. The other parameters are as there.
    package func instanceNormalisationGradient(
        of input: Tensor, gamma: some RandomAccessCollection<Float>, epsilon: Double = 1e-5
    ) -> InstanceNormalisationGradient {
        precondition(shape == input.shape && gamma.count == shape[0])
        var result = InstanceNormalisationGradient(input: self, gamma: [], beta: [])
        let pixels = shape[1] * shape[2]
        let count = Double(pixels)
        for (channel, gamma) in gamma.enumerated() {
            let range = channel * pixels..<(channel + 1) * pixels
            let mean = input.values[range].reduce(0.0) { $0 + Double($1) } / count
            let variance = input.values[range].reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
            let deviation = (variance + epsilon).squareRoot()
            var (sum, product) = (0.0, 0.0)
            for index in range {
                sum += Double(values[index])
                product += Double(values[index]) * (Double(input.values[index]) - mean) / deviation
            }
            for index in range {
                let normalised = (Double(input.values[index]) - mean) / deviation
                let own = Double(values[index]) - sum / count - normalised * product / count
                result.input.values[index] = Float(Double(gamma) / deviation * own)
            }
            result.gamma.append(Float(product))
            result.beta.append(Float(sum))
        }
        return result
    }
}
