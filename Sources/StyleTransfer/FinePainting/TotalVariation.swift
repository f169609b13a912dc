/// The mean squared difference of neighbouring samples, across and down: what is rough costs.
package struct TotalVariation: Sendable, Equatable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Adds the gradient, times a weight, to one that is there.
    ///
    /// - Parameters:
    ///   - samples: planes of `width * height`.
    ///   - gradient: of the same count.
    /// - Returns: the variation, without the weight.
    package func value(of samples: [Float], weight: Double, addingGradientTo gradient: inout [Float]) -> Double {
        precondition(samples.count == gradient.count && samples.count.isMultiple(of: width * height))
        let rows = samples.count / width
        let planes = rows / height
        let across = 1 / Double(max(1, rows * (width - 1)))
        let down = 1 / Double(max(1, planes * (height - 1) * width))
        let (acrossScale, downScale) = (Float(2 * weight * across), Float(2 * weight * down))
        var sum = 0.0
        samples.withUnsafeBufferPointer { samples in
            gradient.withUnsafeMutableBufferPointer { gradient in
                for row in 0..<rows {
                    let begin = row * width
                    var rowSum: Float = 0
                    for index in begin..<begin + width - 1 {
                        let difference = samples[index + 1] - samples[index]
                        rowSum += difference * difference
                        gradient[index + 1] += acrossScale * difference
                        gradient[index] -= acrossScale * difference
                    }
                    sum += across * Double(rowSum)
                    guard row % height < height - 1 else { continue }
                    rowSum = 0
                    for index in begin..<begin + width {
                        let difference = samples[index + width] - samples[index]
                        rowSum += difference * difference
                        gradient[index + width] += downScale * difference
                        gradient[index] -= downScale * difference
                    }
                    sum += down * Double(rowSum)
                }
            }
        }
        return sum
    }
}
