#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A colour in Oklab (Ottosson 2020), where distance is about what the eye sees, from sRGB in 0...1.
func oklab(_ colour: SIMD4<Float>) -> SIMD4<Float> {
    let light = linear(colour)
    let l = cbrtf((light * SIMD4(0.4122214708, 0.5363325363, 0.0514459929, 0)).sum())
    let m = cbrtf((light * SIMD4(0.2119034982, 0.6806995451, 0.1073969566, 0)).sum())
    let s = cbrtf((light * SIMD4(0.0883024619, 0.2817188376, 0.6299787005, 0)).sum())
    return SIMD4(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s, 0)
}

/// Light of a colour in sRGB.
func linear(_ colour: SIMD4<Float>) -> SIMD4<Float> {
    var light = SIMD4<Float>.zero
    for index in 0..<3 {
        let value = colour[index]
        light[index] = value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
    }
    return light
}

/// The colour in sRGB of light.
func encoded(_ light: SIMD4<Float>) -> SIMD4<Float> {
    var colour = SIMD4<Float>.zero
    for index in 0..<3 {
        let value = light[index]
        colour[index] = value <= 0.0031308 ? value * 12.92 : 1.055 * powf(value, 1 / 2.4) - 0.055
    }
    return colour
}

/// Each component within 0...1; what is no number becomes 0.
func clampedUnit(_ colour: SIMD4<Float>) -> SIMD4<Float> {
    let above = SIMD4<Float>.zero.replacing(with: colour, where: colour .> 0)
    return above.replacing(with: 1, where: above .> 1)
}
