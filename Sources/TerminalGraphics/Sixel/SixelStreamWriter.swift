import Imaging

/// Sixel pictures at the speed of a moving slider: a uniform palette, ordered dithering, one pass from planar
/// floats to bytes.
///
/// Memory is kept between pictures; one that is no larger than an earlier one allocates nothing, given a buffer
/// that has the room.
public struct SixelStreamWriter: Sendable {
    public let palette: UniformPalette
    private let quantiser: SixelQuantiser
    /// The definitions of all registers.
    private let registers: [UInt8]
    private var indices: [UInt8] = []
    private var band = SixelBand()
    /// One row of a picture that is enlarged.
    private var line: [UInt8] = []

    /// - Parameter registers: how many colour registers the terminal has; with fewer than 8 pictures are grey.
    public init(registers: Int) {
        palette = UniformPalette(colours: registers)
        quantiser = SixelQuantiser(palette: palette, mask: .blueNoise)
        var definitions = ""
        for index in 0..<palette.count {
            let percents = palette.percents(index)
            definitions += "#\(index);2;\(percents.red);\(percents.green);\(percents.blue)"
        }
        self.registers = Array(definitions.utf8)
    }

    /// Appends a picture as one sixel sequence. Its last band has no line feed, so that a picture whose height is
    /// a multiple of six never scrolls the screen.
    ///
    /// - Parameter size: the size to which the picture is enlarged by making squares of its pixels, which takes fewer
    ///   bytes than a sharp picture of that size; its own if nil. What is over at the right and bottom is cut off.
    public mutating func encode(
        _ picture: Picture, enlargedTo size: TerminalCapabilities.Size? = nil, into output: inout [UInt8]
    ) {
        let width = size?.width ?? picture.width
        let height = size?.height ?? picture.height
        let side = max(
            (width + picture.width - 1) / picture.width, (height + picture.height - 1) / picture.height, 1)
        if line.count < picture.width { line = [UInt8](repeating: 0, count: picture.width) }
        if indices.count < 6 * width { indices = [UInt8](repeating: 0, count: 6 * width) }
        band.reserve(width: width)
        output.beginSixel(width: width, height: height)
        output.append(contentsOf: registers)
        picture.samples.withUnsafeBufferPointer { samples in
            var top = 0
            while top < height {
                let rows = min(6, height - top)
                if top > 0 { output.append(UInt8(ascii: "-")) }
                var indices: [UInt8] = []
                swap(&indices, &self.indices)
                indices.withUnsafeMutableBufferPointer { indices in
                    guard let indices = indices.baseAddress else { return }
                    for row in 0..<rows {
                        fill(indices + row * width, width: width, row: top + row, side: side, picture, samples)
                    }
                    band.write(indices: indices, width: width, rows: rows, to: &output)
                }
                swap(&indices, &self.indices)
                top += rows
            }
        }
        output.endSixel()
    }

    /// Writes one row of the enlarged picture.
    private mutating func fill(
        _ indices: UnsafeMutablePointer<UInt8>, width: Int, row: Int, side: Int, _ picture: Picture,
        _ samples: UnsafeBufferPointer<Float>
    ) {
        if side == 1 {
            quantiser.quantise(
                row: row, width: width, height: picture.height, samples: samples, into: indices)
            return
        }
        line.withUnsafeMutableBufferPointer { line in
            guard let line = line.baseAddress else { return }
            quantiser.quantise(
                row: row / side, width: picture.width, height: picture.height, samples: samples, into: line)
            for column in 0..<width { indices[column] = line[column / side] }
        }
    }
}
