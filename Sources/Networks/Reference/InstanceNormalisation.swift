extension Tensor {
    /// Instance normalisation (Ulyanov et al. 2016): every channel gets mean `beta` and deviation `gamma`
    /// over the whole feature map, `[channel, row, column]`.
    ///
    /// - Parameters:
    ///   - gamma: one factor for every channel.
    ///   - beta: one summand for every channel.
    ///   - epsilon: added to the (biased) variance, so that a flat channel becomes `beta`.
    package func instanceNormalised(
        gamma: some RandomAccessCollection<Float>, beta: some RandomAccessCollection<Float>, epsilon: Double = 1e-5
    ) -> Tensor {
        precondition(shape.count == 3 && gamma.count == shape[0] && beta.count == shape[0])
        var result = self
        let count = shape[1] * shape[2]
        for (channel, (gamma, beta)) in zip(gamma, beta).enumerated() {
            let range = channel * count..<(channel + 1) * count
            let mean = values[range].reduce(0.0) { $0 + Double($1) } / Double(count)
            let variance = values[range].reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(count)
            let scale = Double(gamma) / (variance + epsilon).squareRoot()
            for index in range { result.values[index] = Float((Double(values[index]) - mean) * scale + Double(beta)) }
        }
        return result
    }
}
