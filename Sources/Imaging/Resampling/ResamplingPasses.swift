/// Each row of the result is a mix of the source's rows.
func mixRows(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, width: Int, weights: ResamplingWeights
) {
    typealias Lanes = SIMD16<Float>
    let taps = weights.taps
    weights.weights.withUnsafeBufferPointer { table in
        for (row, first) in weights.firsts.enumerated() {
            let window = source + first * width
            let to = result + row * width
            let factors = row * taps
            var column = 0
            while column + Lanes.scalarCount <= width {
                var sum = Lanes.zero
                for tap in 0..<taps {
                    let samples = UnsafeRawPointer(window + tap * width + column).loadUnaligned(as: Lanes.self)
                    sum += samples * table[factors + tap]
                }
                UnsafeMutableRawPointer(to + column).storeBytes(of: sum, as: Lanes.self)
                column += Lanes.scalarCount
            }
            while column < width {
                var sum: Float = 0
                for tap in 0..<taps { sum += window[tap * width + column] * table[factors + tap] }
                to[column] = sum
                column += 1
            }
        }
    }
}

/// Each column of the result is a mix of the source's columns.
func mixColumns(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, sourceWidth: Int, targetWidth: Int,
    height: Int, weights: ResamplingWeights
) {
    typealias Lanes = SIMD8<Float>
    let taps = weights.taps
    weights.weights.withUnsafeBufferPointer { table in
        guard let table = table.baseAddress else { return }
        for row in 0..<height {
            let from = source + row * sourceWidth
            let to = result + row * targetWidth
            for (column, first) in weights.firsts.enumerated() {
                let window = from + first
                let factors = table + column * taps
                var lanes = Lanes.zero
                var tap = 0
                // Sums of floats are not reordered by the compiler, so the lanes are spelled out.
                while tap + Lanes.scalarCount <= taps {
                    lanes +=
                        UnsafeRawPointer(window + tap).loadUnaligned(as: Lanes.self)
                        * UnsafeRawPointer(factors + tap).loadUnaligned(as: Lanes.self)
                    tap += Lanes.scalarCount
                }
                var sum = lanes.sum()
                while tap < taps {
                    sum += window[tap] * factors[tap]
                    tap += 1
                }
                to[column] = sum
            }
        }
    }
}
