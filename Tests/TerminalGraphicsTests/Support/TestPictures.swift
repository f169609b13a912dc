import Foundation
import Imaging

/// Slopes in all primaries and some noise, the same each time.
func testPicture(width: Int, height: Int, seed: UInt64 = 1, noise: Float = 0.2) -> Picture {
    var picture = Picture(width: width, height: height)
    var state = seed
    for row in 0..<height {
        for column in 0..<width {
            let slopes = [
                Float(column) / Float(width), Float(row) / Float(height),
                1 - Float(row + column) / Float(width + height),
            ]
            for channel in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let random = Float(state >> 40) / Float(1 << 24) - 0.5
                picture[channel, row, column] = min(max(slopes[channel] + noise * random, 0), 1)
            }
        }
    }
    return picture
}

/// Peak signal to noise ratio in decibels of two pictures of the same size.
func signalToNoise(_ left: Picture, _ right: Picture) -> Double {
    let squares = zip(left.samples, right.samples).reduce(0.0) { $0 + pow(Double($1.0 - $1.1), 2) }
    return -10 * log10(max(squares / Double(left.samples.count), 1e-12))
}
