/// Sums over vectors of floats: in doubles, in an order that depends on the count alone.
extension [Float] {
    /// The inner product with a vector of the same count.
    func dot(_ other: [Float]) -> Double {
        sum(with: other) { $0 * $1 }
    }

    /// The Euclidean length.
    var length: Double { dot(self).squareRoot() }

    /// Adds a multiple of a vector of the same count.
    mutating func add(_ factor: Double, times other: [Float]) {
        precondition(count == other.count)
        let factor = Float(factor)
        other.withUnsafeBufferPointer { other in
            withUnsafeMutableBufferPointer { values in
                for index in values.indices { values[index] += factor * other[index] }
            }
        }
    }

    mutating func multiply(by factor: Double) {
        let factor = Float(factor)
        withUnsafeMutableBufferPointer { values in
            for index in values.indices { values[index] *= factor }
        }
    }

    /// Becomes the difference of two vectors of the same count.
    mutating func become(_ left: [Float], minus right: [Float]) {
        precondition(count == left.count && count == right.count)
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                withUnsafeMutableBufferPointer { values in
                    for index in values.indices { values[index] = left[index] - right[index] }
                }
            }
        }
    }

    /// Becomes a copy of a vector of the same count, in its own storage.
    mutating func become(_ other: [Float]) {
        precondition(count == other.count)
        other.withUnsafeBufferPointer { other in
            withUnsafeMutableBufferPointer { values in
                guard let from = other.baseAddress, let to = values.baseAddress else { return }
                to.update(from: from, count: values.count)
            }
        }
    }

    /// Whether no number is infinite or undefined.
    var isFinite: Bool {
        // What is not finite makes a sum of squares that is not finite either; doubles hold the square of any float.
        dot(self).isFinite
    }

    /// Four sums side by side, so that the processor adds vectors.
    private func sum(
        with other: [Float], _ term: (SIMD4<Double>, SIMD4<Double>) -> SIMD4<Double>
    ) -> Double {
        precondition(count == other.count)
        return withUnsafeBufferPointer { left in
            other.withUnsafeBufferPointer { right in
                var first = SIMD4<Double>()
                var second = SIMD4<Double>()
                let whole = left.count & ~7
                func load(_ values: UnsafeBufferPointer<Float>, _ at: Int) -> SIMD4<Double> {
                    SIMD4(
                        Double(values[at]), Double(values[at + 1]), Double(values[at + 2]), Double(values[at + 3]))
                }
                for index in stride(from: 0, to: whole, by: 8) {
                    first += term(load(left, index), load(right, index))
                    second += term(load(left, index + 4), load(right, index + 4))
                }
                for index in whole..<left.count {
                    first += term(SIMD4(Double(left[index]), 0, 0, 0), SIMD4(Double(right[index]), 0, 0, 0))
                }
                return (first + second).sum()
            }
        }
    }
}
