import Foundation

import Imaging

/// Resampling as it is defined, one sample at a time in double precision: for comparison only.
enum ResamplingReference {
    static func resized(_ picture: Picture, width: Int, height: Int) -> Picture {
        var result = Picture(width: width, height: height)
        for channel in 0..<3 {
            for row in 0..<height {
                for column in 0..<width {
                    var sum = 0.0
                    for (y, vertical) in mix(at: row, from: picture.height, to: height) {
                        for (x, horizontal) in mix(at: column, from: picture.width, to: width) {
                            sum += vertical * horizontal * Double(picture[channel, y, x])
                        }
                    }
                    result[channel, row, column] = Float(min(max(sum, 0), 1))
                }
            }
        }
        return result
    }

    /// The source samples behind one result sample, with their shares.
    private static func mix(at index: Int, from source: Int, to target: Int) -> [(position: Int, share: Double)] {
        if source == target { return [(index, 1)] }
        let ratio = Double(source) / Double(target)
        let spread = max(1, ratio)
        let weight = ratio > 1 ? lanczos : catmullRom
        let centre = (Double(index) + 0.5) * ratio - 0.5
        let reach = Int((3 * spread).rounded(.up)) + 1
        let raw = (Int(centre) - reach...Int(centre) + reach).map { position in
            (min(max(position, 0), source - 1), weight((Double(position) - centre) / spread))
        }
        let total = raw.reduce(0) { $0 + $1.1 }
        return raw.map { ($0.0, $0.1 / total) }
    }

    private static func lanczos(_ x: Double) -> Double {
        abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0
    }

    private static func sinc(_ x: Double) -> Double {
        x == 0 ? 1 : sin(.pi * x) / (.pi * x)
    }

    private static func catmullRom(_ x: Double) -> Double {
        let x = abs(x)
        if x < 1 { return (3 * x * x * x - 5 * x * x + 2) / 2 }
        return x < 2 ? (-x * x * x + 5 * x * x - 8 * x + 4) / 2 : 0
    }
}
