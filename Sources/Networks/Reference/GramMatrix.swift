extension Tensor {
    /// How often channels are active together, in the mean over all places (Gatys et al. 2016): features times their own
    /// transpose over the number of pixels; `[c, h, w]` becomes `[c, c]`. Sums in double precision.
    package func gramMatrix() -> Tensor {
        let (channels, pixels) = (shape[0], shape[1] * shape[2])
        var result = Tensor(shape: [channels, channels])
        for first in 0..<channels {
            for second in 0...first {
                var sum = 0.0
                for pixel in 0..<pixels {
                    sum += Double(values[first * pixels + pixel]) * Double(values[second * pixels + pixel])
                }
                let mean = Float(sum / Double(pixels))
                result.values[first * channels + second] = mean
                result.values[second * channels + first] = mean
            }
        }
        return result
    }
}
