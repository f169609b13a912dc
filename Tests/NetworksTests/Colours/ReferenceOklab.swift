import Foundation

/// Oklab with the powers themselves, in double precision, from colours as files hold them and back.
enum ReferenceOklab {
    /// Lightness, and the two axes of colour.
    static func lab(_ colour: SIMD3<Double>) -> SIMD3<Double> {
        let light = SIMD3(linear(colour.x), linear(colour.y), linear(colour.z))
        let roots = SIMD3(
            cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], light)),
            cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], light)),
            cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], light)))
        return SIMD3(
            dot([0.2104542553, 0.7936177850, -0.0040720468], roots),
            dot([1.9779984951, -2.4285922050, 0.4505937099], roots),
            dot([0.0259040371, 0.7827717662, -0.8086757660], roots))
    }

    /// Linear light; beyond 0...1 where no screen shows the colour.
    static func light(_ lab: SIMD3<Double>) -> SIMD3<Double> {
        func cubed(_ value: Double) -> Double { value * value * value }
        let cones = SIMD3(
            cubed(lab.x + 0.3963377774 * lab.y + 0.2158037573 * lab.z),
            cubed(lab.x - 0.1055613458 * lab.y - 0.0638541728 * lab.z),
            cubed(lab.x - 0.0894841775 * lab.y - 1.2914855480 * lab.z))
        return SIMD3(
            dot([4.0767416621, -3.3077115913, 0.2309699292], cones),
            dot([-1.2684380046, 2.6097574011, -0.3413193965], cones),
            dot([-0.0041960863, -0.7034186147, 1.7076147010], cones))
    }

    /// The colour as files hold it, with as much of its chroma as a screen shows.
    static func shown(_ lab: SIMD3<Double>) -> SIMD3<Double> {
        func isShown(_ part: Double) -> Bool {
            let light = Self.light(SIMD3(lab.x, part * lab.y, part * lab.z))
            return light.min() >= -1e-9 && light.max() <= 1 + 1e-9
        }
        var (inner, outer) = (0.0, 1.0)
        if isShown(1) { inner = 1 }
        while outer - inner > 1e-12 {
            let middle = (inner + outer) / 2
            if isShown(middle) { inner = middle } else { outer = middle }
        }
        let light = Self.light(SIMD3(lab.x, inner * lab.y, inner * lab.z))
        return SIMD3(encoded(light.x), encoded(light.y), encoded(light.z))
    }

    private static func dot(_ left: SIMD3<Double>, _ right: SIMD3<Double>) -> Double { (left * right).sum() }

    private static func linear(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ light: Double) -> Double {
        let light = min(1, max(0, light))
        return light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }
}
