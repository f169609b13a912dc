/// The colours that text can have on terminals with 256 or 16 of them, and the nearest to a given one.
struct TextPalette: Sendable {
    private var nearest: ColourTable

    /// The cube and the greys; the first 16 are left out, because users choose those themselves.
    static let indexed = TextPalette(16...255)
    static let sixteen = TextPalette(0...15)

    private init(_ numbers: ClosedRange<UInt8>) {
        nearest = ColourTable(numbers.map { (UInt16($0), oklab(Self.colour($0)), 0) })
    }

    /// The number of the nearest colour to red, green and blue in 0...1.
    mutating func number(nearest colour: SIMD4<Float>) -> UInt16 { nearest.number(nearest: colour) }

    /// Red, green and blue of a colour number, as xterm has them.
    static func colour(_ number: UInt8) -> SIMD4<Float> {
        let index = Int(number)
        if index < 16 {
            let (red, green, blue) = firstSixteen[index]
            return SIMD4(red, green, blue, 0) / 255
        }
        if index >= 232 { return SIMD4(SIMD3(repeating: Float(8 + 10 * (index - 232))), 0) / 255 }
        func step(_ level: Int) -> Float { level == 0 ? 0 : Float(55 + 40 * level) }
        let cube = index - 16
        return SIMD4(step(cube / 36), step(cube / 6 % 6), step(cube % 6), 0) / 255
    }

    private static let firstSixteen: [(Float, Float, Float)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
        (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
        (0, 255, 255), (255, 255, 255),
    ]
}
