/// Which of some colours is nearest, for each colour of 5 bits a primary. Nearness is distance in Oklab, with hue
/// and saturation drawn apart: the palette of 256 has many more greys than pale colours, and a blue sky should
/// not become grey for a little brightness.
enum ColourTable {
    /// The place of red, green and blue in 0...1 in a table.
    static func index(of colour: SIMD4<Float>) -> Int {
        let scaled = clampedUnit(colour) * 31 + 0.5
        return Int(scaled[0]) << 10 | Int(scaled[1]) << 5 | Int(scaled[2])
    }

    private static let stretch = SIMD4<Float>(1, 1.7, 1.7, 0)

    /// A table of the best candidates' numbers.
    ///
    /// - Parameter candidates: their places in Oklab, and what is added to their squared distance; at least one.
    static func numbers(_ candidates: [(number: UInt16, place: SIMD4<Float>, penalty: Float)]) -> [UInt16] {
        (0..<32_768).map { index in
            let place = oklab(SIMD4(Float(index >> 10), Float(index >> 5 & 31), Float(index & 31), 0) / 31)
            var best: UInt16 = 0
            var least = Float.infinity
            for candidate in candidates {
                let difference = (candidate.place - place) * stretch
                let distance = (difference * difference).sum() + candidate.penalty
                if distance < least {
                    least = distance
                    best = candidate.number
                }
            }
            return best
        }
    }
}
