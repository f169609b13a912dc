import CPNG

/// libpng's reader, owned: what it holds is released whichever way decoding ends.
final class PNGDecoder {
    private let reader: UnsafeMutablePointer<cpng_reader>
    private let name: String

    /// Reads the header.
    ///
    /// - Parameter bytes: must outlive the decoder.
    init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(PictureError) {
        guard let reader = cpng_reader_create(bytes.baseAddress, bytes.count) else {
            throw .damaged(name: name, reason: "out of memory")
        }
        self.reader = reader
        self.name = name
        try check(cpng_reader_read_header(reader))
    }

    deinit { cpng_reader_destroy(reader) }

    var width: Int { Int(reader.pointee.width) }
    var height: Int { Int(reader.pointee.height) }
    /// 3 or 4; known after `start`.
    var channels: Int { Int(reader.pointee.channels) }
    /// 8 or 16; known after `start`.
    var bitDepth: Int { Int(reader.pointee.bit_depth) }
    /// Known after `start`.
    var rowBytes: Int { reader.pointee.row_bytes }
    /// Whether all rows must be read in one go; known after `start`.
    var isInterlaced: Bool { reader.pointee.passes > 1 }

    func start() throws(PictureError) {
        try check(cpng_reader_start(reader))
    }

    /// Decodes the next rows, `rowBytes` apart.
    func readRows(_ count: Int, into rows: UnsafeMutablePointer<UInt8>) throws(PictureError) {
        try check(cpng_reader_read_rows(reader, rows, UInt32(count)))
    }

    func finish() throws(PictureError) {
        try check(cpng_reader_finish(reader))
    }

    private func check(_ success: Bool) throws(PictureError) {
        if success { return }
        if cpng_reader_is_truncated(reader) { throw .truncated(name: name) }
        throw .damaged(name: name, reason: String(cString: cpng_reader_reason(reader)))
    }
}
