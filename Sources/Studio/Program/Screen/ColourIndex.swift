/// The terminal's own number for a theme's colour: the nearest of those that it has.
package enum ColourIndex {
    /// The usual sixteen, as xterm shows them; a user's palette may differ, nobody can know.
    private static let sixteen: [(red: Int, green: Int, blue: Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
        (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
        (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    /// The steps of the 6x6x6 cube that begins at 16.
    private static let cube = [0, 95, 135, 175, 215, 255]

    /// - Parameters:
    ///   - ground: what the colour is seen on; among few colours only those that can be told from it count.
    ///   - contrast: the least contrast with the ground.
    ///   - count: how many colours the terminal has: 8, 16, 256, or 2^24 for one that takes the colour itself.
    package static func nearest(
        to colour: Theme.Colour, on ground: Theme.Colour? = nil, contrast least: Double = 1, count: Int
    ) -> Int {
        if count >= 1 << 24 {
            // The first eight still mean the palette there.
            return max(8, Int(colour.red) << 16 | Int(colour.green) << 8 | Int(colour.blue))
        }
        if count >= 256 { return nearestOf256(colour) }
        let candidates = 0..<min(16, max(1, count))
        let nearest = candidates.min { distance(colour, sixteen[$0]) < distance(colour, sixteen[$1]) } ?? 0
        guard let ground else { return nearest }
        let shown = self.colour(Self.nearest(to: ground, count: count))
        func contrast(_ index: Int) -> Double { self.colour(index).contrast(with: shown) }
        return candidates.filter { contrast($0) >= least }
            .min { distance(colour, sixteen[$0]) < distance(colour, sixteen[$1]) }
            ?? candidates.max { contrast($0) < contrast($1) } ?? nearest
    }

    /// What one of the usual sixteen looks like.
    package static func colour(_ index: Int) -> Theme.Colour {
        let colour = sixteen[index.clamped(to: 0...15)]
        return Theme.Colour(red: UInt8(colour.red), green: UInt8(colour.green), blue: UInt8(colour.blue))
    }

    /// The first sixteen are left out: what they look like is the user's choice.
    private static func nearestOf256(_ colour: Theme.Colour) -> Int {
        let red = nearestStep(colour.red)
        let green = nearestStep(colour.green)
        let blue = nearestStep(colour.blue)
        let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
        let grey = min(23, max(0, (mean - 8 + 5) / 10))
        let level = 8 + 10 * grey
        let toCube = distance(colour, (cube[red], cube[green], cube[blue]))
        return distance(colour, (level, level, level)) < toCube ? 232 + grey : 16 + 36 * red + 6 * green + blue
    }

    private static func nearestStep(_ value: UInt8) -> Int {
        cube.indices.min { abs(cube[$0] - Int(value)) < abs(cube[$1] - Int(value)) } ?? 0
    }

    /// Squared distance, the channels weighted as the eye does.
    private static func distance(_ colour: Theme.Colour, _ other: (red: Int, green: Int, blue: Int)) -> Int {
        let red = Int(colour.red) - other.red
        let green = Int(colour.green) - other.green
        let blue = Int(colour.blue) - other.blue
        return 3 * red * red + 6 * green * green + blue * blue
    }
}
