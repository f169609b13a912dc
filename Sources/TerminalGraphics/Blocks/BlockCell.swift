/// What one cell of a picture of blocks shows.
struct BlockCell: Sendable, Equatable {
    enum Glyph: Sendable, Equatable {
        case block(BlockSymbol)
        /// Sixths of the cell in the foreground colour, by bits; see `Sextants`. Made by `sextants`.
        case sextant(UInt8)
        /// A quarter, a half or three quarters of the cell in the foreground colour, by dots: 1, 2 or 3.
        case shade(UInt8)
        case ascii(UInt8)
    }

    /// A colour number, or red, green and blue in 8 bits each; `plain` is the terminal's own.
    typealias Colour = UInt32
    static let plain = Colour.max

    var glyph: Glyph
    var foreground: Colour
    var background: Colour

    /// Whether every part of the cell has nearly the colour that it has in another, both in 8 bits a primary.
    func isNear(_ other: BlockCell, tolerance: Int) -> Bool {
        // Two columns of six rows are parts of quarters and of sixths alike.
        (0..<12).allSatisfy { part in
            guard let colour = colour(part), let otherColour = other.colour(part) else { return false }
            return Self.isNear(colour, otherColour, tolerance: tolerance)
        }
    }

    /// The colour of a twelfth, counted row by row; nil if the cell is not divided evenly.
    private func colour(_ part: Int) -> Colour? {
        let column = part & 1
        switch glyph {
        case .block(let symbol): return symbol.quarters >> (part / 6 * 2 + column) & 1 != 0 ? foreground : background
        case .sextant(let mask): return mask >> (part / 4 * 2 + column) & 1 != 0 ? foreground : background
        case .shade, .ascii: return nil
        }
    }

    private static func isNear(_ colour: Colour, _ other: Colour, tolerance: Int) -> Bool {
        guard colour != other else { return true }
        for primary: Colour in 0..<3 {
            let shift = 8 * primary
            let difference = Int(colour >> shift & 255) - Int(other >> shift & 255)
            if abs(difference) > tolerance { return false }
        }
        return true
    }
}

/// The quarters of a cell, red, green and blue in 0...1.
struct Quarters {
    var upperLeft: SIMD4<Float>
    var upperRight: SIMD4<Float>
    var lowerLeft: SIMD4<Float>
    var lowerRight: SIMD4<Float>

    var sum: SIMD4<Float> { upperLeft + upperRight + lowerLeft + lowerRight }

    /// The sum of the quarters that a symbol paints in the foreground colour.
    func sum(of symbol: BlockSymbol) -> SIMD4<Float> {
        var sum = SIMD4<Float>.zero
        if symbol.quarters & 1 != 0 { sum += upperLeft }
        if symbol.quarters & 2 != 0 { sum += upperRight }
        if symbol.quarters & 4 != 0 { sum += lowerLeft }
        if symbol.quarters & 8 != 0 { sum += lowerRight }
        return sum
    }

    /// The mean of the quarters that a symbol paints, and that of the others; neither may be none, but for the
    /// space, which paints none.
    func means(of symbol: BlockSymbol) -> (painted: SIMD4<Float>, ground: SIMD4<Float>) {
        let painted = sum(of: symbol)
        let count = symbol.count
        return (painted / max(count, 1), (sum - painted) / (4 - count))
    }

    /// The squared difference that is left when a symbol shows two colours.
    func error(of symbol: BlockSymbol, painted: SIMD4<Float>, ground: SIMD4<Float>) -> Float {
        func square(_ quarter: SIMD4<Float>, _ bit: UInt8) -> Float {
            let difference = (quarter - (symbol.quarters & bit != 0 ? painted : ground))
            return (difference * difference * primaryWeights).sum()
        }
        return square(upperLeft, 1) + square(upperRight, 2) + square(lowerLeft, 4) + square(lowerRight, 8)
    }
}

/// How much the primaries count where colours are compared in a hurry.
let primaryWeights = SIMD4<Float>(0.3, 0.59, 0.11, 0)
