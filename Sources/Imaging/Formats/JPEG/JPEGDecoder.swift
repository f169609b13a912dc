import CTurboJPEG

/// TurboJPEG's decompressor, owned.
final class JPEGDecoder {
    private let handle: tjhandle
    private let bytes: UnsafeBufferPointer<UInt8>
    private let name: String

    /// What the segments before the pixels say.
    let segments: JPEGSegments
    /// As stored, before the orientation is applied.
    let width: Int
    let height: Int
    /// Whether the file holds four inks, which the codec delivers as they are stored.
    let hasInks: Bool

    /// Reads the header.
    ///
    /// - Parameter bytes: must outlive the decoder.
    init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(PictureError) {
        guard let handle = tjInitDecompress() else {
            throw .damaged(name: name, reason: "out of memory")
        }
        self.handle = handle
        self.bytes = bytes
        self.name = name
        segments = JPEGSegments(bytes)

        var width: Int32 = 0
        var height: Int32 = 0
        var subsampling: Int32 = -1
        var colourSpace: Int32 = -1
        let status = tjDecompressHeader3(
            handle, bytes.baseAddress, UInt(bytes.count), &width, &height, &subsampling, &colourSpace)
        self.width = Int(width)
        self.height = Int(height)
        hasInks = colourSpace == Int32(TJCS_CMYK.rawValue) || colourSpace == Int32(TJCS_YCCK.rawValue)
        // An unusual subsampling is an error to this call, but not to the decompressor.
        let isComplete = width > 0 && height > 0 && colourSpace >= 0
        if status != 0 && !isComplete { throw failure() }
    }

    deinit { tjDestroy(handle) }

    /// Bytes per pixel of what `decode` delivers.
    var channels: Int { hasInks ? 4 : 3 }

    /// Decodes all rows, without padding, to `pixels`, which has room for `width * height * channels` bytes.
    func decode(into pixels: UnsafeMutablePointer<UInt8>) throws(PictureError) {
        let format = hasInks ? TJPF_CMYK : TJPF_RGB
        let status = tjDecompress2(
            handle, bytes.baseAddress, UInt(bytes.count), pixels, Int32(width), 0, Int32(height),
            format.rawValue, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
        if !segments.hasEnd { throw .truncated(name: name) }
        if status != 0 && !isHarmless { throw failure() }
    }

    /// Whether the codec merely warned of something that leaves the pixels alone:
    /// cameras and editors write such files, and every viewer shows them.
    private var isHarmless: Bool {
        guard tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue) else { return false }
        return ["extraneous bytes before marker", "Invalid SOS parameters", "Unknown Adobe color transform"]
            .contains { reason.contains($0) }
    }

    private var reason: String { String(cString: tjGetErrorStr2(handle)) }

    private func failure() -> PictureError {
        if !segments.hasEnd || reason.contains("Premature end of JPEG file") { return .truncated(name: name) }
        return .damaged(name: name, reason: reason)
    }
}
