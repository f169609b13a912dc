/// The sixths of a cell, two beside each other in three rows: red, green and blue in 0...1.
struct Sextants {
    /// Row by row.
    var parts: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)

    var sum: SIMD4<Float> { parts.0 + parts.1 + parts.2 + parts.3 + parts.4 + parts.5 }

    /// The sum of those parts whose bits are set; the lowest bit is the first part.
    func sum(of mask: UInt8) -> SIMD4<Float> {
        var sum = SIMD4<Float>.zero
        if mask & 1 != 0 { sum += parts.0 }
        if mask & 2 != 0 { sum += parts.1 }
        if mask & 4 != 0 { sum += parts.2 }
        if mask & 8 != 0 { sum += parts.3 }
        if mask & 16 != 0 { sum += parts.4 }
        if mask & 32 != 0 { sum += parts.5 }
        return sum
    }
}

extension BlockCell.Glyph {
    /// The symbol that paints some sixths of a cell.
    static func sextants(_ mask: UInt8) -> Self {
        switch mask {
        case 0: .block(.space)
        case 0b010101: .block(BlockSymbol(quarters: 5))
        case 0b101010: .block(BlockSymbol(quarters: 10))
        case 0b111111: .block(.full)
        default: .sextant(mask)
        }
    }

    /// The last two bytes of a symbol in UTF-8; the first two are F0 9F. Unicode leaves out what was there before:
    /// nothing, the halves and all.
    static func sextantBytes(_ mask: UInt8) -> (UInt8, UInt8) {
        let offset = mask - 1 - (mask > 0b010101 ? 1 : 0) - (mask > 0b101010 ? 1 : 0)
        return (0xAC, 0x80 + offset)
    }
}
