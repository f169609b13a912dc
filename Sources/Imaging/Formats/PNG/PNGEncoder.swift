import CPNG

/// libpng's writer, owned: what it holds is released whichever way encoding ends.
final class PNGEncoder {
    /// zlib's 1...9. The next levels make a photograph smaller by 2 and 4 parts in a hundred,
    /// in three and six times the time.
    private static let compression: Int32 = 4

    private let writer: UnsafeMutablePointer<cpng_writer>

    /// Writes everything before the pixels.
    ///
    /// - Parameter metadata: checked.
    init(
        width: Int, height: Int, bitDepth: Int, hasAlpha: Bool, metadata: PictureMetadata
    ) throws(PictureError) {
        guard let writer = cpng_writer_create() else {
            throw .cannotEncode(format: .png, reason: "out of memory")
        }
        self.writer = writer
        try check(
            cpng_writer_start(
                writer, UInt32(width), UInt32(height), Int32(bitDepth), hasAlpha, Self.compression,
                metadata.dotsPerInch.map(Self.dotsPerMetre) ?? 0, PictureMetadata.keyword, metadata.note))
    }

    private static func dotsPerMetre(_ dotsPerInch: Int) -> UInt32 {
        UInt32((Double(dotsPerInch) / 0.0254).rounded())
    }

    deinit { cpng_writer_destroy(writer) }

    /// Encodes the next rows, `rowBytes` apart.
    func writeRows(_ rows: UnsafePointer<UInt8>, rowBytes: Int, count: Int) throws(PictureError) {
        try check(cpng_writer_write_rows(writer, rows, rowBytes, UInt32(count)))
    }

    /// Ends the file and delivers it.
    func finish() throws(PictureError) -> [UInt8] {
        try check(cpng_writer_finish(writer))
        return [UInt8](UnsafeBufferPointer(start: writer.pointee.bytes, count: writer.pointee.count))
    }

    private func check(_ success: Bool) throws(PictureError) {
        if success { return }
        throw .cannotEncode(format: .png, reason: String(cString: cpng_writer_reason(writer)))
    }
}
