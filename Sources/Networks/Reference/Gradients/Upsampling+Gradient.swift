extension Tensor {
    /// The gradient with respect to the input of `upsampledNearest`: the sum over a value's copies.
    package func nearestUpsamplingGradient(factor: Int) -> Tensor {
        var result = Tensor(shape: [shape[0], shape[1] / factor, shape[2] / factor])
        for channel in 0..<result.shape[0] {
            for row in 0..<result.shape[1] {
                for column in 0..<result.shape[2] {
                    var sum = 0.0
                    for copy in 0..<factor * factor {
                        sum += Double(self[channel, row * factor + copy / factor, column * factor + copy % factor])
                    }
                    result[channel, row, column] = Float(sum)
                }
            }
        }
        return result
    }

    /// The gradient with respect to the input of `pixelShuffled`: pixels become channels again.
    package func pixelShuffleGradient(factor: Int) -> Tensor {
        var result = Tensor(shape: [shape[0] * factor * factor, shape[1] / factor, shape[2] / factor])
        for channel in 0..<result.shape[0] {
            let (colour, place) = (channel / (factor * factor), channel % (factor * factor))
            for row in 0..<result.shape[1] {
                for column in 0..<result.shape[2] {
                    result[channel, row, column] =
                        self[colour, row * factor + place / factor, column * factor + place % factor]
                }
            }
        }
        return result
    }
}
