extension Tensor {
    /// Every value repeated `factor` times in both directions: `[c, h, w]` becomes `[c, h * factor, w * factor]`.
    package func upsampledNearest(factor: Int) -> Tensor {
        var result = Tensor(shape: [shape[0], shape[1] * factor, shape[2] * factor])
        for channel in 0..<shape[0] {
            for row in 0..<result.shape[1] {
                for column in 0..<result.shape[2] {
                    result[channel, row, column] = self[channel, row / factor, column / factor]
                }
            }
        }
        return result
    }

    /// Channels become pixels (Shi et al. 2016): `[c * factor * factor, h, w]` becomes
    /// `[c, h * factor, w * factor]`.
    ///
    /// The result's pixel at `(row, column)` of channel `c` comes from channel
    /// `(c * factor + row % factor) * factor + column % factor`.
    package func pixelShuffled(factor: Int) -> Tensor {
        precondition(shape[0] % (factor * factor) == 0)
        var result = Tensor(shape: [shape[0] / (factor * factor), shape[1] * factor, shape[2] * factor])
        for channel in 0..<result.shape[0] {
            for row in 0..<result.shape[1] {
                for column in 0..<result.shape[2] {
                    let source = (channel * factor + row % factor) * factor + column % factor
                    result[channel, row, column] = self[source, row / factor, column / factor]
                }
            }
        }
        return result
    }
}
