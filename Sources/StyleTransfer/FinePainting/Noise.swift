import Imaging

extension Picture {
    /// Grey noise that a seed decides, without a large deviation from the middle.
    static func noise(_ size: PictureSize, seed: UInt64) -> Picture {
        var generator = SplitMix(state: seed)
        var picture = Picture(width: size.width, height: size.height)
        for index in picture.samples.indices {
            // 24 bits are what a float holds.
            let share = Float(generator.next() >> 40) / Float(1 << 24)
            picture.samples[index] = 0.25 + 0.5 * share
        }
        return picture
    }
}

/// Steele, Lea and Flood's SplitMix64 (2014): the same numbers for the same seed on every machine.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
