/// Mean and covariance of a picture's colours.
package struct ColourStatistics: Equatable {
    package var mean: SIMD3<Double>
    package var covariance: Matrix3

    /// - Parameters:
    ///   - samples: the red plane, then green, then blue.
    ///   - width: a row's pixels; every row is summed in single precision, the rows in double.
    /// - Precondition: `samples` holds at least one pixel.
    package init(_ samples: UnsafeBufferPointer<Float>, width: Int) {
        let count = samples.count / 3
        var sums = SIMD3<Double>()
        var squares = SIMD3<Double>()
        var products = SIMD3<Double>()
        for begin in stride(from: 0, to: count, by: width) {
            let row = RowSums(samples, plane: count, from: begin, to: min(begin + width, count))
            sums += row.sums
            squares += row.squares
            products += row.products
        }
        let scale = 1 / Double(count)
        mean = scale * sums
        let variances = scale * squares - mean * mean
        // Red with green, red with blue, green with blue.
        let mixed = scale * products - SIMD3(mean.x, mean.x, mean.y) * SIMD3(mean.y, mean.z, mean.z)
        covariance = Matrix3(
            columns: SIMD3(variances.x, mixed.x, mixed.y), SIMD3(mixed.x, variances.y, mixed.z),
            SIMD3(mixed.y, mixed.z, variances.z))
    }
}

/// Sums over one row of pixels.
private struct RowSums {
    private(set) var sums: SIMD3<Double>
    private(set) var squares: SIMD3<Double>
    private(set) var products: SIMD3<Double>

    init(_ samples: UnsafeBufferPointer<Float>, plane: Int, from begin: Int, to end: Int) {
        var red = SIMD8<Float>(), green = red, blue = red
        var redRed = red, greenGreen = red, blueBlue = red
        var redGreen = red, redBlue = red, greenBlue = red

        func add(_ r: SIMD8<Float>, _ g: SIMD8<Float>, _ b: SIMD8<Float>) {
            red += r
            green += g
            blue += b
            redRed += r * r
            greenGreen += g * g
            blueBlue += b * b
            redGreen += r * g
            redBlue += r * b
            greenBlue += g * b
        }

        var index = begin
        if let base = samples.baseAddress {
            let raw = UnsafeRawPointer(base)
            func load(_ position: Int) -> SIMD8<Float> {
                raw.loadUnaligned(fromByteOffset: position * MemoryLayout<Float>.size, as: SIMD8<Float>.self)
            }
            while index + 8 <= end {
                add(load(index), load(plane + index), load(2 * plane + index))
                index += 8
            }
        }
        while index < end {
            var lane = SIMD8<Float>(), second = lane, third = lane
            lane[0] = samples[index]
            second[0] = samples[plane + index]
            third[0] = samples[2 * plane + index]
            add(lane, second, third)
            index += 1
        }
        sums = SIMD3(Double(red.sum()), Double(green.sum()), Double(blue.sum()))
        squares = SIMD3(Double(redRed.sum()), Double(greenGreen.sum()), Double(blueBlue.sum()))
        products = SIMD3(Double(redGreen.sum()), Double(redBlue.sum()), Double(greenBlue.sum()))
    }
}
