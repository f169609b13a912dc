#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A square of ranks whose neighbours are as unlike as can be, made by void and cluster (Ulichney 1993).
///
/// Dithering with it looks like fine grain, without a pattern on even tones.
enum BlueNoise {
    /// The ranks 0..<side*side, row by row; costs `side` to the fourth operations.
    static func ranks(side: Int) -> [Int] {
        let count = side * side
        let weights = gaussian(side: side)
        var isSet = [Bool](repeating: false, count: count)
        var energy = [Float](repeating: 0, count: count)

        func toggle(_ cell: Int) {
            isSet[cell].toggle()
            let sign: Float = isSet[cell] ? 1 : -1
            let (row, column) = (cell / side, cell % side)
            for other in 0..<count {
                let down = (other / side + side - row) % side
                let right = (other % side + side - column) % side
                energy[other] += sign * weights[down * side + right]
            }
        }
        /// Of the set cells the most crowded one, or of the others the loneliest.
        func extreme(amongSet: Bool) -> Int {
            var best = -1
            for cell in 0..<count where isSet[cell] == amongSet {
                if best < 0 || (amongSet ? energy[cell] > energy[best] : energy[cell] < energy[best]) { best = cell }
            }
            return best
        }

        // A tenth of the cells, scattered, then moved from clusters into voids until nothing moves.
        var state: UInt32 = 1
        var placed = 0
        while placed < count / 10 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let cell = Int(state >> 8) % count
            if !isSet[cell] {
                toggle(cell)
                placed += 1
            }
        }
        for _ in 0..<count {
            let cluster = extreme(amongSet: true)
            toggle(cluster)
            let void = extreme(amongSet: false)
            toggle(void)
            if void == cluster { break }
        }

        var ranks = [Int](repeating: 0, count: count)
        let prototype = (isSet, energy)
        for rank in (0..<placed).reversed() {
            let cluster = extreme(amongSet: true)
            ranks[cluster] = rank
            toggle(cluster)
        }
        (isSet, energy) = prototype
        for rank in placed..<count {
            let void = extreme(amongSet: false)
            ranks[void] = rank
            toggle(void)
        }
        return ranks
    }

    /// A Gaussian about cell 0 on the square whose edges meet.
    private static func gaussian(side: Int) -> [Float] {
        (0..<side * side).map { index in
            let down = min(index / side, side - index / side)
            let right = min(index % side, side - index % side)
            return exp(-Float(down * down + right * right) / (2 * 1.5 * 1.5))
        }
    }
}
