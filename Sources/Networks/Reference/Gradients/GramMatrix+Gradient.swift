extension Tensor {
    /// The gradient with respect to the features of which `gramMatrix` is made. Sums in double precision.
    ///
    /// - Parameter features: `[c, h, w]`; the gradient of the matrix is `[c, c]` and need not be symmetric.
    package func gramMatrixGradient(of features: Tensor) -> Tensor {
        let (channels, pixels) = (features.shape[0], features.shape[1] * features.shape[2])
        precondition(shape == [channels, channels])
        var result = Tensor(shape: features.shape)
        for channel in 0..<channels {
            var sums = [Double](repeating: 0, count: pixels)
            for other in 0..<channels {
                let factor =
                    (Double(values[channel * channels + other]) + Double(values[other * channels + channel]))
                    / Double(pixels)
                for pixel in 0..<pixels { sums[pixel] += factor * Double(features.values[other * pixels + pixel]) }
            }
            for pixel in 0..<pixels { result.values[channel * pixels + pixel] = Float(sums[pixel]) }
        }
        return result
    }
}
