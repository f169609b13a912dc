import CSixel
import Imaging
import Synchronization

/// Sixel pictures of the best quality, for a frame at rest: libsixel chooses the colours after the picture, and the
/// error is diffused. Some ten milliseconds for 512 x 384 pixels.
///
/// libsixel's own way from pixels to text takes ten times as long, because it sorts every band, and cannot be cut off.
/// Memory is kept between pictures.
public struct SettledSixelEncoder: Sendable {
    /// Registers in use, 2...256.
    public let registers: Int

    /// The picture in 8 bits, to choose colours by.
    private var pixels: [UInt8] = []
    private var diffusion = ErrorDiffusion()
    private var indices: [UInt8] = []
    private var band = SixelBand()
    private var streamWriter: SixelStreamWriter

    /// - Parameter registers: how many colour registers the terminal has.
    public init(registers: Int) {
        self.registers = min(max(registers, 2), 256)
        streamWriter = SixelStreamWriter(registers: self.registers)
    }

    /// libsixel looks at every sixth pixel to choose colours: of very small pictures it makes little.
    private static let fewestPixels = 2048

    /// Appends a picture as one sixel sequence. Very small pictures take `SixelStreamWriter`'s way.
    ///
    /// - Parameter isWanted: asked before each band of six rows; if it answers false the picture is given up.
    /// - Throws: `TerminalError.sixelFailed`, `TerminalError.cancelled`; nothing is appended then.
    public mutating func encode(
        _ picture: Picture, into output: inout [UInt8], isWanted: () -> Bool = { true }
    ) throws(TerminalError) {
        guard picture.height >= 6, picture.pixelCount >= Self.fewestPixels else {
            streamWriter.encode(picture, into: &output)
            return
        }
        let colours = try colours(of: picture)
        diffusion.begin(colours: colours.map(\.seen), width: picture.width)
        let start = output.count
        output.beginSixel(width: picture.width, height: picture.height)
        for (register, colour) in colours.enumerated() { output.defineSixel(register: register, colour) }
        if indices.count < 6 * picture.width { indices = [UInt8](repeating: 0, count: 6 * picture.width) }
        band.reserve(width: picture.width)
        for top in stride(from: 0, to: picture.height, by: 6) {
            guard isWanted() else {
                output.removeLast(output.count - start)
                throw .cancelled
            }
            // A line feed at the end as well would scroll the screen.
            if top > 0 { output.append(UInt8(ascii: "-")) }
            writeBand(of: picture, from: top, to: &output)
        }
        output.endSixel()
    }

    private mutating func writeBand(of picture: Picture, from top: Int, to output: inout [UInt8]) {
        let rows = min(6, picture.height - top)
        indices.withUnsafeMutableBufferPointer { indices in
            guard let indices = indices.baseAddress else { return }
            for row in 0..<rows {
                diffusion.diffuse(picture, row: top + row, into: indices + row * picture.width)
            }
            band.write(indices: indices, width: picture.width, rows: rows, to: &output)
        }
    }

    /// libsixel sorts colours by a variable that all its callers share.
    private static let choice = Mutex(())

    /// The colours that libsixel chooses.
    private mutating func colours(of picture: Picture) throws(TerminalError) -> [SixelColour] {
        let count = 3 * picture.pixelCount
        if pixels.count < count { pixels = [UInt8](repeating: 0, count: count) }
        var dither: OpaquePointer?
        var status = sixel_dither_new(&dither, Int32(registers), nil)
        guard status == SIXEL_OK else { throw Self.error(status) }
        defer { sixel_dither_unref(dither) }
        status = pixels.withUnsafeMutableBufferPointer { pixels in
            picture.writeInterleavedBytes(into: pixels)
            return Self.choice.withLock { _ in
                sixel_dither_initialize(
                    dither, pixels.baseAddress, Int32(clamping: picture.width), Int32(clamping: picture.height),
                    SIXEL_PIXELFORMAT_RGB888, SIXEL_LARGE_NORM, SIXEL_REP_CENTER_BOX, SIXEL_QUALITY_HIGH)
            }
        }
        guard status == SIXEL_OK else { throw Self.error(status) }
        guard let bytes = sixel_dither_get_palette(dither) else { throw Self.error(SIXEL_FALSE) }
        return (0..<Int(sixel_dither_get_num_of_palette_colors(dither))).map {
            SixelColour(red: bytes[3 * $0], green: bytes[3 * $0 + 1], blue: bytes[3 * $0 + 2])
        }
    }

    private static func error(_ status: SIXELSTATUS) -> TerminalError {
        .sixelFailed(reason: String(cString: sixel_helper_format_error(status)))
    }
}
