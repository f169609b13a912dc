import Networks

/// The forward layers once more, all in double precision, so that differences of their results make gradients.
struct DoubleTensor {
    let shape: [Int]
    var values: [Double]

    init(shape: [Int], values: [Double]? = nil) {
        self.shape = shape
        self.values = values ?? [Double](repeating: 0, count: shape.reduce(1, *))
    }

    init(_ tensor: Tensor) {
        self.init(shape: tensor.shape, values: tensor.values.map(Double.init))
    }

    subscript(channel: Int, row: Int, column: Int) -> Double {
        get { values[(channel * shape[1] + row) * shape[2] + column] }
        set { values[(channel * shape[1] + row) * shape[2] + column] = newValue }
    }

    /// Every value of a result from its place.
    private static func make(_ shape: [Int], _ value: (_ channel: Int, _ row: Int, _ column: Int) -> Double) -> Self {
        var result = DoubleTensor(shape: shape)
        for channel in 0..<shape[0] {
            for row in 0..<shape[1] {
                for column in 0..<shape[2] { result[channel, row, column] = value(channel, row, column) }
            }
        }
        return result
    }

    func map(_ function: (Double) -> Double) -> DoubleTensor {
        DoubleTensor(shape: shape, values: values.map(function))
    }

    func rectified() -> DoubleTensor { map { max($0, 0) } }

    func reflectionPadded(top: Int, left: Int, bottom: Int, right: Int) -> DoubleTensor {
        Self.make([shape[0], shape[1] + top + bottom, shape[2] + left + right]) { channel, row, column in
            self[channel, reflectedIndex(row - top, count: shape[1]), reflectedIndex(column - left, count: shape[2])]
        }
    }

    func convolved(_ weights: ConvolutionWeights, stride: Int = 1) -> DoubleTensor {
        let (kernel, half) = (weights.kernel, weights.kernel / 2)
        let padded = reflectionPadded(top: half, left: half, bottom: half, right: half)
        let (height, width) = ((shape[1] + stride - 1) / stride, (shape[2] + stride - 1) / stride)
        return Self.make([weights.outputs, height, width]) { output, row, column in
            var sum = Double(weights.bias[output])
            for tap in 0..<weights.inputs * kernel * kernel {
                let (input, place) = (tap / (kernel * kernel), tap % (kernel * kernel))
                sum +=
                    Double(weights.weight.values[output * weights.inputs * kernel * kernel + tap])
                    * padded[input, row * stride + place / kernel, column * stride + place % kernel]
            }
            return sum
        }
    }

    func instanceNormalised(gamma: [Double], beta: [Double], epsilon: Double = 1e-5) -> DoubleTensor {
        var result = self
        let count = shape[1] * shape[2]
        for channel in 0..<shape[0] {
            let range = channel * count..<(channel + 1) * count
            let mean = values[range].reduce(0, +) / Double(count)
            let variance = values[range].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
            for index in range {
                result.values[index] =
                    (values[index] - mean) / (variance + epsilon).squareRoot() * gamma[channel] + beta[channel]
            }
        }
        return result
    }

    func upsampledNearest(factor: Int) -> DoubleTensor {
        Self.make([shape[0], shape[1] * factor, shape[2] * factor]) { self[$0, $1 / factor, $2 / factor] }
    }

    func pixelShuffled(factor: Int) -> DoubleTensor {
        Self.make([shape[0] / (factor * factor), shape[1] * factor, shape[2] * factor]) { channel, row, column in
            self[(channel * factor + row % factor) * factor + column % factor, row / factor, column / factor]
        }
    }

    func maximumPooled() -> DoubleTensor {
        Self.make([shape[0], shape[1] / 2, shape[2] / 2]) { channel, row, column in
            max(
                max(self[channel, 2 * row, 2 * column], self[channel, 2 * row, 2 * column + 1]),
                max(self[channel, 2 * row + 1, 2 * column], self[channel, 2 * row + 1, 2 * column + 1]))
        }
    }

    func gramMatrix() -> DoubleTensor {
        let pixels = shape[1] * shape[2]
        return Self.make([1, shape[0], shape[0]]) { _, first, second in
            (0..<pixels).reduce(0) { $0 + values[first * pixels + $1] * values[second * pixels + $1] } / Double(pixels)
        }
    }
}

/// The derivatives of a loss with respect to values, by central differences.
func centralDifferences(of values: [Double], step: Double = 1e-5, _ loss: ([Double]) -> Double) -> [Double] {
    values.indices.map { index in
        var (before, after) = (values, values)
        before[index] -= step
        after[index] += step
        return (loss(after) - loss(before)) / (2 * step)
    }
}

/// The largest difference of a gradient from what is expected, over the largest value of that.
func relativeDifference(_ gradient: [Float], _ expected: [Double]) -> Double {
    guard gradient.count == expected.count, gradient.allSatisfy(\.isFinite) else { return .infinity }
    let largest = expected.reduce(1e-6) { max($0, abs($1)) }
    return zip(gradient, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) } / largest
}
