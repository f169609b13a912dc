/// Thresholds for ordered dithering, one square for each primary, repeated over the picture.
///
/// Each value lies within -0.5...0.5, exclusive, and is added to a level before rounding.
package struct DitherMask: Sendable {
    /// The square's side; a multiple of 8, so that eight neighbours always lie in one row.
    package let side: Int
    package let red: [Float]
    package let green: [Float]
    package let blue: [Float]

    /// Blue noise: compared with Bayer's matrix a sky is free of the grid, for a tenth more bytes.
    package static let blueNoise: DitherMask = {
        let side = 32
        let ranks = BlueNoise.ranks(side: side)
        func thresholds(down: Int, right: Int) -> [Float] {
            (0..<side * side).map { index in
                let row = (index / side + down) % side
                let column = (index % side + right) % side
                return (Float(ranks[row * side + column]) + 0.5) / Float(side * side) - 0.5
            }
        }
        // Green goes against red: where one is rounded up the other is rounded down, and the noise is in hue,
        // to which the eye is less sharp than to brightness. Blue goes its own way.
        let red = thresholds(down: 0, right: 0)
        return DitherMask(side: side, red: red, green: red.map { -$0 }, blue: thresholds(down: 13, right: 19))
    }()
}
