import CSixel
import Imaging

/// Sixel pictures of the best quality, for a frame at rest: libsixel chooses the colours after the picture and
/// diffuses the error. Some tens of milliseconds for 512 x 384 pixels.
public struct SettledSixelEncoder: Sendable {
    /// Registers in use, 2...256.
    public let registers: Int

    /// - Parameter registers: how many colour registers the terminal has.
    public init(registers: Int) {
        self.registers = min(max(registers, 2), 256)
    }

    /// libsixel looks at every sixth pixel to choose colours, and puts a single row into the second band: of very
    /// small pictures it makes little.
    private static let fewestPixels = 2048

    /// Appends a picture as one sixel sequence. Very small pictures take `SixelStreamWriter`'s way.
    ///
    /// - Throws: `TerminalError.sixelFailed`; nothing is appended then.
    public func encode(_ picture: Picture, into output: inout [UInt8]) throws(TerminalError) {
        guard picture.height >= 6, picture.pixelCount >= Self.fewestPixels else {
            var writer = SixelStreamWriter(registers: registers)
            writer.encode(picture, into: &output)
            return
        }
        let start = output.count
        var pixels = picture.interleavedBytes()
        let status = pixels.withUnsafeMutableBufferPointer { pixels in
            encode(pixels, width: Int32(clamping: picture.width), height: Int32(clamping: picture.height), to: &output)
        }
        guard status == SIXEL_OK else {
            output.removeLast(output.count - start)
            throw .sixelFailed(reason: String(cString: sixel_helper_format_error(status)))
        }
        removeLastLineFeed(&output)
    }

    private func encode(
        _ pixels: UnsafeMutableBufferPointer<UInt8>, width: Int32, height: Int32, to output: inout [UInt8]
    ) -> SIXELSTATUS {
        var dither: OpaquePointer?
        var status = sixel_dither_new(&dither, Int32(registers), nil)
        guard status == SIXEL_OK else { return status }
        defer { sixel_dither_unref(dither) }
        status = sixel_dither_initialize(
            dither, pixels.baseAddress, width, height, SIXEL_PIXELFORMAT_RGB888,
            SIXEL_LARGE_NORM, SIXEL_REP_CENTER_BOX,
            SIXEL_QUALITY_HIGH)
        guard status == SIXEL_OK else { return status }
        sixel_dither_set_pixelformat(dither, SIXEL_PIXELFORMAT_RGB888)
        sixel_dither_set_diffusion_type(dither, SIXEL_DIFFUSE_FS)

        return withUnsafeMutablePointer(to: &output) { destination in
            var context: OpaquePointer?
            let status = sixel_output_new(&context, appendBytes, destination, nil)
            guard status == SIXEL_OK else { return status }
            defer { sixel_output_unref(context) }
            return sixel_encode(pixels.baseAddress, width, height, 3, dither, context)
        }
    }

    /// libsixel ends the last band with a line feed too, which would scroll the screen.
    private func removeLastLineFeed(_ output: inout [UInt8]) {
        let end: [UInt8] = [UInt8(ascii: "-"), 0x1B, UInt8(ascii: "\\")]
        if output.suffix(3).elementsEqual(end) { output.remove(at: output.count - 3) }
    }
}

/// libsixel's way to hand over bytes; `destination` is the `[UInt8]` that `encode` gave it.
private func appendBytes(
    _ data: UnsafeMutablePointer<CChar>?, _ count: Int32, _ destination: UnsafeMutableRawPointer?
) -> Int32 {
    guard let data, let destination else { return 0 }
    destination.assumingMemoryBound(to: [UInt8].self).pointee
        .append(contentsOf: UnsafeRawBufferPointer(start: data, count: Int(count)))
    return count
}
