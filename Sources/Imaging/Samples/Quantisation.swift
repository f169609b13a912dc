/// Turning samples of 0...1 into integers.
enum Quantisation {
    /// 2^23: a float of this size has no fraction bits, so adding it rounds to the nearest whole
    /// number, which then stands in the low bits of the pattern. Unlike a checked conversion,
    /// this vectorises.
    @inline(__always)
    private static var rounder: Float { 8_388_608 }

    /// The sample in 0...1; not-a-number becomes 0.
    @inline(__always)
    static func clamped(_ sample: Float) -> Float {
        let positive = sample > 0 ? sample : 0
        return positive < 1 ? positive : 1
    }

    /// The nearest whole number to the sample times the largest integer, clamped.
    @inline(__always)
    static func quantised<Sample: FixedWidthInteger & UnsignedInteger>(_ sample: Float, as type: Sample.Type) -> Sample
    {
        Sample(truncatingIfNeeded: (clamped(sample) * Float(Sample.max) + rounder).bitPattern)
    }
}
