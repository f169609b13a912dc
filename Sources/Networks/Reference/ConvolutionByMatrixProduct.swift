import COpenBLAS

/// How the reference convolves. Both sum in double precision.
package enum ConvolutionMethod: Sendable {
    /// Loops that say what a convolution is.
    case sums
    /// Windows laid out as a matrix, multiplied by OpenBLAS: some twenty times faster, for pictures of real size.
    case matrixProduct
}

extension Tensor {
    /// Convolution as `convolved` defines it, as products of matrices.
    ///
    /// A band of rows is laid out at a time, so that the matrix of windows stays below some 30 MB.
    func convolvedByMatrixProduct(_ weights: ConvolutionWeights, stride: Int) -> Tensor {
        let kernel = weights.kernel
        let half = kernel / 2
        let padded = reflectionPadded(top: half, left: half, bottom: half, right: half)
        let (height, width) = ((shape[1] + stride - 1) / stride, (shape[2] + stride - 1) / stride)
        let taps = weights.inputs * kernel * kernel
        let factors = weights.weight.values.map(Double.init)
        let band = max(1, min(height, 4_000_000 / (taps * width)))

        var result = Tensor(shape: [weights.outputs, height, width])
        var windows = [Double](repeating: 0, count: taps * band * width)
        var products = [Double](repeating: 0, count: weights.outputs * band * width)
        for top in Swift.stride(from: 0, to: height, by: band) {
            let rows = min(band, height - top)
            let pixels = rows * width
            for tap in 0..<taps {
                let (input, row, column) = (tap / (kernel * kernel), tap / kernel % kernel, tap % kernel)
                for offset in 0..<rows {
                    let source = (input * padded.shape[1] + (top + offset) * stride + row) * padded.shape[2] + column
                    let target = tap * pixels + offset * width
                    for pixel in 0..<width { windows[target + pixel] = Double(padded.values[source + pixel * stride]) }
                }
            }
            cblas_dgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, CInt(weights.outputs), CInt(pixels), CInt(taps),
                1, factors, CInt(taps), windows, CInt(pixels), 0, &products, CInt(pixels))
            for output in 0..<weights.outputs {
                for pixel in 0..<pixels {
                    result.values[(output * height + top) * width + pixel] = Float(
                        products[output * pixels + pixel] + Double(weights.bias[output]))
                }
            }
        }
        return result
    }
}
