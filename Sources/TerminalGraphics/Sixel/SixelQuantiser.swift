import Imaging

/// Turns rows of a picture into indices of a uniform palette by ordered dithering.
struct SixelQuantiser: Sendable {
    let palette: UniformPalette
    let mask: DitherMask

    /// 1.5 * 2^23: added to a small number it leaves the number, rounded, in the low bits. Unlike a conversion
    /// this neither traps nor leaves the vector unit.
    private static let rounding: Float = 12_582_912

    /// Writes the indices of one row.
    ///
    /// - Parameters:
    ///   - samples: the picture's planes.
    ///   - indices: room for `width` indices.
    func quantise(
        row: Int, width: Int, height: Int, samples: UnsafeBufferPointer<Float>,
        into indices: UnsafeMutablePointer<UInt8>
    ) {
        guard let red = samples.baseAddress.map({ $0 + row * width }) else { return }
        let plane = width * height
        let maskRow = (row % mask.side) * mask.side
        mask.red.withUnsafeBufferPointer { redMask in
            mask.green.withUnsafeBufferPointer { greenMask in
                mask.blue.withUnsafeBufferPointer { blueMask in
                    guard let redMask = redMask.baseAddress, let greenMask = greenMask.baseAddress,
                        let blueMask = blueMask.baseAddress
                    else { return }
                    var column = 0
                    while column + 8 <= width {
                        let threshold = maskRow + column % mask.side
                        let index = index(
                            red: Self.load(red + column), green: Self.load(red + plane + column),
                            blue: Self.load(red + 2 * plane + column), redThreshold: Self.load(redMask + threshold),
                            greenThreshold: Self.load(greenMask + threshold),
                            blueThreshold: Self.load(blueMask + threshold))
                        UnsafeMutableRawPointer(indices + column).storeBytes(of: index, as: SIMD8<UInt8>.self)
                        column += 8
                    }
                    while column < width {
                        let threshold = maskRow + column % mask.side
                        let index = index(
                            red: SIMD8(repeating: red[column]), green: SIMD8(repeating: red[plane + column]),
                            blue: SIMD8(repeating: red[2 * plane + column]),
                            redThreshold: SIMD8(repeating: redMask[threshold]),
                            greenThreshold: SIMD8(repeating: greenMask[threshold]),
                            blueThreshold: SIMD8(repeating: blueMask[threshold]))
                        indices[column] = index[0]
                        column += 1
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
    }

    @inline(__always)
    private func index(
        red: SIMD8<Float>, green: SIMD8<Float>, blue: SIMD8<Float>, redThreshold: SIMD8<Float>,
        greenThreshold: SIMD8<Float>, blueThreshold: SIMD8<Float>
    ) -> SIMD8<UInt8> {
        if palette.isGrey {
            let luminance = red * 0.2126 + green * 0.7152 + blue * 0.0722
            return SIMD8(truncatingIfNeeded: Self.level(luminance, threshold: redThreshold, levels: palette.red))
        }
        let r = Self.level(red, threshold: redThreshold, levels: palette.red)
        let g = Self.level(green, threshold: greenThreshold, levels: palette.green)
        let b = Self.level(blue, threshold: blueThreshold, levels: palette.blue)
        return SIMD8(truncatingIfNeeded: (r &* UInt32(palette.green) &+ g) &* UInt32(palette.blue) &+ b)
    }

    /// The nearest of some levels after the threshold is added; samples outside 0...1, and what is no number,
    /// become the nearest end.
    @inline(__always)
    private static func level(_ sample: SIMD8<Float>, threshold: SIMD8<Float>, levels: Int) -> SIMD8<UInt32> {
        var clamped = SIMD8<Float>.zero.replacing(with: sample, where: sample .> 0)
        clamped = clamped.replacing(with: 1, where: clamped .> 1)
        let rounded = clamped * Float(levels - 1) + threshold + rounding
        return unsafeBitCast(rounded, to: SIMD8<UInt32>.self) &- rounding.bitPattern
    }
}
