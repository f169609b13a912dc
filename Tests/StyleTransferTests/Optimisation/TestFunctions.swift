import StyleTransfer

/// A function that a test writes as a closure, counting how often it is computed.
struct TestFunction: Objective {
    private(set) var evaluations = 0
    private let body: @Sendable ([Float], inout [Float]) -> Double

    init(_ body: @escaping @Sendable ([Float], inout [Float]) -> Double) {
        self.body = body
    }

    mutating func evaluate(_ point: [Float], gradient: inout [Float]) -> Double {
        evaluations += 1
        return body(point, &gradient)
    }

    /// Rosenbrock's bent valley in pairs of numbers; least, 0, where all are 1.
    static let rosenbrock = TestFunction { point, gradient in
        var sum = 0.0
        for pair in stride(from: 0, to: point.count, by: 2) {
            let (x, y) = (Double(point[pair]), Double(point[pair + 1]))
            sum += (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
            gradient[pair] = Float(-2 * (1 - x) - 400 * x * (y - x * x))
            gradient[pair + 1] = Float(200 * (y - x * x))
        }
        return sum
    }

    /// Half a sum of squares of distances from a centre, each with its own weight.
    static func quadratic(centre: [Float], weights: [Double]) -> TestFunction {
        TestFunction { point, gradient in
            var sum = 0.0
            for index in point.indices {
                let distance = Double(point[index]) - Double(centre[index])
                sum += weights[index] * distance * distance / 2
                gradient[index] = Float(weights[index] * distance)
            }
            return sum
        }
    }

    /// A chain of numbers that pull at each other and at the first, as stiff as their distance is small: nothing in it
    /// is aligned with an axis. Least, 0, where all are `end`.
    static func chain(end: Float, stiffness: Double) -> TestFunction {
        TestFunction { point, gradient in
            var sum = 0.0
            for index in gradient.indices { gradient[index] = 0 }
            for index in point.indices {
                let before = index == 0 ? Double(end) : Double(point[index - 1])
                let weight = index == 0 ? 1 : stiffness
                let pull = Double(point[index]) - before
                sum += weight * pull * pull / 2
                gradient[index] += Float(weight * pull)
                if index > 0 { gradient[index - 1] -= Float(weight * pull) }
            }
            return sum
        }
    }
}

/// Numbers that a seed decides, in -1...1.
func seededNumbers(_ count: Int, seed: UInt64) -> [Float] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Float(state >> 40) / Float(1 << 23) - 1
    }
}
