extension Tensor {
    /// Convolution of a feature map `[input, row, column]` with a border of half the kernel, mirrored.
    ///
    /// Sums in double precision.
    /// - Parameter stride: the step of the window; the result has `ceil(extent / stride)` rows and columns.
    package func convolved(
        _ weights: ConvolutionWeights, stride: Int = 1, method: ConvolutionMethod = .sums
    ) -> Tensor {
        precondition(shape.count == 3 && shape[0] == weights.inputs)
        return switch method {
        case .sums: convolvedBySums(weights, stride: stride)
        case .matrixProduct: convolvedByMatrixProduct(weights, stride: stride)
        }
    }

    private func convolvedBySums(_ weights: ConvolutionWeights, stride: Int) -> Tensor {
        let kernel = weights.kernel
        let half = kernel / 2
        let padded = reflectionPadded(top: half, left: half, bottom: half, right: half)
        let (height, width) = ((shape[1] + stride - 1) / stride, (shape[2] + stride - 1) / stride)
        var result = Tensor(shape: [weights.outputs, height, width])
        for output in 0..<weights.outputs {
            var sums = [Double](repeating: Double(weights.bias[output]), count: height * width)
            for input in 0..<weights.inputs {
                for tap in 0..<kernel * kernel {
                    let weight = Double(
                        weights.weight.values[(output * weights.inputs + input) * kernel * kernel + tap])
                    for row in 0..<height {
                        let source =
                            (input * padded.shape[1] + row * stride + tap / kernel) * padded.shape[2] + tap % kernel
                        for column in 0..<width {
                            sums[row * width + column] += weight * Double(padded.values[source + column * stride])
                        }
                    }
                }
            }
            for index in sums.indices { result.values[output * sums.count + index] = Float(sums[index]) }
        }
        return result
    }
}
