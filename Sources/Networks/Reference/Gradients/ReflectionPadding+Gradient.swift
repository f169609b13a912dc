extension Tensor {
    /// The gradient with respect to the input of `reflectionPadded`: what mirrored values receive is folded back onto those
    /// they show.
    package func reflectionPaddingGradient(top: Int, left: Int, bottom: Int, right: Int) -> Tensor {
        let (height, width) = (shape[1] - top - bottom, shape[2] - left - right)
        var result = Tensor(shape: [shape[0], height, width])
        for channel in 0..<shape[0] {
            var sums = [Double](repeating: 0, count: height * width)
            for row in 0..<shape[1] {
                let target = reflectedIndex(row - top, count: height) * width
                for column in 0..<shape[2] {
                    sums[target + reflectedIndex(column - left, count: width)] += Double(self[channel, row, column])
                }
            }
            for index in sums.indices { result.values[channel * sums.count + index] = Float(sums[index]) }
        }
        return result
    }
}
