import Imaging

/// Turns a picture into numbers of colours row by row, and hands what a pixel lacks on to its neighbours (Floyd and
/// Steinberg 1976). Rows run to and fro, so that errors do not gather to one side.
///
/// Memory is kept between pictures.
struct ErrorDiffusion: Sendable {
    private var nearest = NearestColour()
    /// What pixels of this row and of the next one have to make up for; one more at either end.
    private var here: [SIMD4<Float>] = []
    private var below: [SIMD4<Float>] = []

    /// Begins a picture of so many columns.
    ///
    /// - Parameter colours: at most 256, red, green and blue in 0...1.
    mutating func begin(colours: [SIMD4<Float>], width: Int) {
        nearest.begin(colours)
        here = Self.cleared(here, count: width + 2)
        below = Self.cleared(below, count: width + 2)
    }

    /// Writes the numbers of one row; rows come in their order.
    ///
    /// - Parameter indices: room for as many as the picture has columns.
    mutating func diffuse(_ picture: Picture, row: Int, into indices: UnsafeMutablePointer<UInt8>) {
        let width = picture.width
        let plane = picture.pixelCount
        let runsBack = row % 2 == 1
        let step = runsBack ? -1 : 1
        picture.samples.withUnsafeBufferPointer { samples in
            here.withUnsafeMutableBufferPointer { here in
                below.withUnsafeMutableBufferPointer { below in
                    guard let red = samples.baseAddress.map({ $0 + row * width }),
                        let here = here.baseAddress.map({ $0 + 1 }), let below = below.baseAddress.map({ $0 + 1 })
                    else { return }
                    var column = runsBack ? width - 1 : 0
                    for _ in 0..<width {
                        let sample = SIMD4(red[column], red[plane + column], red[2 * plane + column], 0)
                        // Clamped, or errors that no colour makes up for would be carried through the picture.
                        let wanted = clampedUnit(sample + here[column])
                        let index = nearest.index(of: wanted)
                        indices[column] = index
                        let error = (wanted - nearest.colours[Int(index)]) / 16
                        here[column + step] += error * 7
                        below[column - step] += error * 3
                        below[column] += error * 5
                        below[column + step] += error
                        column += step
                    }
                }
            }
        }
        swap(&here, &below)
        below = Self.cleared(below, count: width + 2)
    }

    private static func cleared(_ line: consuming [SIMD4<Float>], count: Int) -> [SIMD4<Float>] {
        guard line.count == count else { return [SIMD4<Float>](repeating: .zero, count: count) }
        for index in 0..<count { line[index] = .zero }
        return line
    }
}

/// The nearest of some colours, looked for once for each 5 bits of red and blue and 6 of green.
private struct NearestColour: Sendable {
    private(set) var colours: [SIMD4<Float>] = []
    /// The number of the nearest one, or -1 where nobody asked yet.
    private var table: [Int16] = []
    private static let steps = SIMD4<Float>(31, 63, 31, 1)
    private static let rounder: Float = 8_388_608
    /// As the eye weighs the primaries, blue somewhat more, because its steps are seen as hue.
    private static let weights = SIMD4<Float>(0.3, 0.5, 0.2, 0)

    mutating func begin(_ colours: [SIMD4<Float>]) {
        self.colours = colours
        if table.isEmpty { table = [Int16](repeating: -1, count: 1 << 16) }
        for index in table.indices { table[index] = -1 }
    }

    /// - Parameter colour: in 0...1.
    @inline(__always)
    mutating func index(of colour: SIMD4<Float>) -> UInt8 {
        // Added to 2^23 a small number stands, rounded, in the low bits; a conversion would trap and take longer.
        let cell = unsafeBitCast(colour * Self.steps + Self.rounder, to: SIMD4<UInt32>.self)
        let place = Int(cell[0] & 31) << 11 | Int(cell[1] & 63) << 5 | Int(cell[2] & 31)
        let known = table[place]
        if known >= 0 { return UInt8(truncatingIfNeeded: known) }
        let found = search(SIMD4(Float(place >> 11), Float(place >> 5 & 63), Float(place & 31), 0) / Self.steps)
        table[place] = Int16(found)
        return found
    }

    @inline(never)
    private func search(_ colour: SIMD4<Float>) -> UInt8 {
        var best = 0
        var least = Float.infinity
        for (index, candidate) in colours.enumerated() {
            let difference = candidate - colour
            let distance = (difference * difference * Self.weights).sum()
            if distance < least {
                least = distance
                best = index
            }
        }
        return UInt8(truncatingIfNeeded: best)
    }
}
