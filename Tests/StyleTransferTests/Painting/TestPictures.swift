import Imaging
import StyleTransfer

/// Small pictures with colours and edges, the same on every run.
enum TestPictures {
    /// Waves of different length in the three planes, and a dark disc.
    static func waves(width: Int = 36, height: Int = 28) -> Picture {
        var picture = Picture(width: width, height: height)
        for row in 0..<height {
            for column in 0..<width {
                let (x, y) = (Float(column) / Float(width), Float(row) / Float(height))
                let isInside = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5) < 0.06
                for channel in 0..<3 {
                    let wave = triangle(x * Float(channel + 2) + y * Float(3 - channel))
                    picture[channel, row, column] = isInside ? 0.1 + 0.1 * wave : 0.25 + 0.7 * wave
                }
            }
        }
        return picture
    }

    private static func triangle(_ value: Float) -> Float {
        abs((value - value.rounded(.down)) * 2 - 1)
    }
}

extension Recipe {
    init(_ mix: String, strength: Float = 1) throws {
        self.init(parts: try Mix(parsing: mix).parts, strength: strength)
    }
}
