/// Which of some colours is nearest, found once for each colour of 5 bits a primary that is asked for. Nearness is
/// distance in Oklab, with hue and saturation drawn apart: the palette of 256 has many more greys than pale colours,
/// and a blue sky should not become grey for a little brightness.
struct ColourTable: Sendable {
    /// Colours to choose from: their numbers, their places in Oklab, and what is added to their squared distance.
    typealias Candidate = (number: UInt16, place: SIMD4<Float>, penalty: Float)

    private static let unknown = UInt16.max
    private static let stretch = SIMD4<Float>(1, 1.7, 1.7, 1)

    private let numbers: [UInt16]
    /// Stretched, with the root of the penalty as a fourth direction in which nothing that is wanted lies.
    private let places: [SIMD4<Float>]
    private var found = [UInt16](repeating: unknown, count: 1 << 15)

    /// - Parameter candidates: at least one.
    init(_ candidates: [Candidate]) {
        numbers = candidates.map(\.number)
        places = candidates.map { candidate in
            var place = candidate.place * Self.stretch
            place[3] = candidate.penalty.squareRoot()
            return place
        }
    }

    /// The number of the nearest one to red, green and blue in 0...1.
    mutating func number(nearest colour: SIMD4<Float>) -> UInt16 {
        let scaled = clampedUnit(colour) * 31 + 0.5
        let (red, green, blue) = (Int(scaled[0]), Int(scaled[1]), Int(scaled[2]))
        let index = red << 10 | green << 5 | blue
        if found[index] == Self.unknown {
            found[index] = search(oklab(SIMD4(Float(red), Float(green), Float(blue), 0) / 31) * Self.stretch)
        }
        return found[index]
    }

    private func search(_ wanted: SIMD4<Float>) -> UInt16 {
        var best = 0
        var least = Float.infinity
        places.withUnsafeBufferPointer { places in
            for index in places.indices {
                let difference = places[index] - wanted
                let distance = (difference * difference).sum()
                if distance < least {
                    least = distance
                    best = index
                }
            }
        }
        return numbers[best]
    }
}
