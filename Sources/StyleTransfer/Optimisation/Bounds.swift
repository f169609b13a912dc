/// The box that a point stays in: every number between the same two. Without limits everything is inside.
package struct Bounds: Sendable, Equatable {
    package let lower: Float
    package let upper: Float

    /// No bounds at all.
    package static let none = Bounds(-Float.infinity...Float.infinity)
    /// Those of a picture's samples.
    package static let samples = Bounds(0...1)

    package init(_ range: ClosedRange<Float>) {
        lower = range.lowerBound
        upper = range.upperBound
    }

    /// Moves a point to the nearest one inside. What is no number stays.
    func clamp(_ point: inout [Float]) {
        point.withUnsafeMutableBufferPointer { point in
            for index in point.indices { point[index] = nearest(point[index]) }
        }
    }

    /// Writes where a step along a direction ends, bent along the walls of the box.
    func walk(from point: [Float], along direction: [Float], by step: Double, to end: inout [Float]) {
        let step = Float(step)
        point.withUnsafeBufferPointer { point in
            direction.withUnsafeBufferPointer { direction in
                end.withUnsafeMutableBufferPointer { end in
                    for index in end.indices { end[index] = nearest(point[index] + step * direction[index]) }
                }
            }
        }
    }

    /// The derivative of a function along a walk: numbers that a wall holds move no more.
    func slope(ofWalkFrom point: [Float], along direction: [Float], by step: Double, gradient: [Float]) -> Double {
        guard self != .none else { return direction.dot(gradient) }
        let step = Float(step)
        var sum = 0.0
        point.withUnsafeBufferPointer { point in
            direction.withUnsafeBufferPointer { direction in
                gradient.withUnsafeBufferPointer { gradient in
                    for index in point.indices {
                        let end = point[index] + step * direction[index]
                        let moves = end >= lower && end <= upper
                        sum += moves ? Double(direction[index]) * Double(gradient[index]) : 0
                    }
                }
            }
        }
        return sum
    }

    /// Takes from a direction what leads out of the box, and what the gradient holds at a wall.
    func hold(_ direction: inout [Float], at point: [Float], gradient: [Float]) {
        guard self != .none else { return }
        direction.withUnsafeMutableBufferPointer { direction in
            point.withUnsafeBufferPointer { point in
                gradient.withUnsafeBufferPointer { gradient in
                    for index in direction.indices {
                        let isLow = point[index] <= lower && (gradient[index] > 0 || direction[index] < 0)
                        let isHigh = point[index] >= upper && (gradient[index] < 0 || direction[index] > 0)
                        if isLow || isHigh { direction[index] = 0 }
                    }
                }
            }
        }
    }

    private func nearest(_ value: Float) -> Float {
        value < lower ? lower : (value > upper ? upper : value)
    }
}
