import CSixel
import Imaging
import TerminalGraphics
import Testing

/// Decodes sixel with libsixel.
func decodeSixel(_ bytes: [UInt8]) throws -> Picture {
    var bytes = bytes
    var pixels: UnsafeMutablePointer<UInt8>?
    var palette: UnsafeMutablePointer<UInt8>?
    var width: Int32 = 0
    var height: Int32 = 0
    var colours: Int32 = 0
    var allocator: OpaquePointer?
    try #require(sixel_allocator_new(&allocator, nil, nil, nil, nil) == SIXEL_OK)
    defer { sixel_allocator_unref(allocator) }
    let status = sixel_decode_raw(
        &bytes, Int32(bytes.count), &pixels, &width, &height, &palette, &colours, allocator)
    try #require(status == SIXEL_OK)
    defer {
        sixel_allocator_free(allocator, pixels)
        sixel_allocator_free(allocator, palette)
    }
    let indices = try #require(pixels)
    let table = try #require(palette)
    var picture = Picture(width: Int(width), height: Int(height))
    for pixel in 0..<picture.pixelCount {
        for channel in 0..<3 {
            picture.samples[channel * picture.pixelCount + pixel] =
                Float(table[3 * Int(indices[pixel]) + channel]) / 255
        }
    }
    return picture
}

/// A picture in one sixel sequence of the stream writer.
func streamed(_ picture: Picture, registers: Int = 256) -> [UInt8] {
    var writer = SixelStreamWriter(registers: registers)
    var bytes: [UInt8] = []
    writer.encode(picture, into: &bytes)
    return bytes
}
