/// A colour as sixel defines registers: red, green and blue in percent.
struct SixelColour: Sendable, Equatable {
    var red: Int
    var green: Int
    var blue: Int

    /// The nearest to a colour in 8 bits a primary.
    init(red: UInt8, green: UInt8, blue: UInt8) {
        func percent(_ byte: UInt8) -> Int { (Int(byte) * 200 + 255) / 510 }
        self.red = percent(red)
        self.green = percent(green)
        self.blue = percent(blue)
    }

    /// Red, green and blue in 0...1 as the terminal shows them.
    var seen: SIMD4<Float> { SIMD4(Float(red), Float(green), Float(blue), 0) / 100 }
}

extension [UInt8] {
    /// Appends the beginning of a picture.
    mutating func beginSixel(width: Int, height: Int) {
        // The second parameter: pixels that are not drawn keep what they have, so nothing is cleared first.
        // The raster attributes: square pixels, and the size.
        append(contentsOf: "\u{1B}P0;1;0q\"1;1;".utf8)
        append(decimal: width)
        append(UInt8(ascii: ";"))
        append(decimal: height)
    }

    mutating func defineSixel(register: Int, _ colour: SixelColour) {
        append(UInt8(ascii: "#"))
        append(decimal: register)
        append(contentsOf: ";2".utf8)
        for percent in [colour.red, colour.green, colour.blue] {
            append(UInt8(ascii: ";"))
            append(decimal: percent)
        }
    }

    mutating func endSixel() {
        append(contentsOf: "\u{1B}\\".utf8)
    }
}
