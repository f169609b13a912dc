import CTurboJPEG

extension Picture {
    /// libjpeg's limit; the format itself would hold 35 pixels more.
    private static var longestJPEGSide: Int { 65_500 }

    /// - Parameter quality: 1...100.
    func encodedAsJPEG(quality: Int, metadata: PictureMetadata) throws -> [UInt8] {
        guard 1...100 ~= quality else {
            throw PictureError.unsupportedEncoding(reason: "the quality of a JPEG is 1 to 100, not \(quality)")
        }
        guard size.longSide <= Self.longestJPEGSide else {
            throw PictureError.tooLargeForFormat(
                format: .jpeg, width: width, height: height, limit: Self.longestJPEGSide)
        }
        let opaque = alpha == nil ? self : composited(red: 1, green: 1, blue: 1)
        var file = try Self.compress(opaque.interleavedBytes(), size: size, quality: quality)
        JFIFSegment.add(metadata, to: &file)
        return file
    }

    /// - Parameter pixels: 8-bit RGB.
    private static func compress(_ pixels: [UInt8], size: PictureSize, quality: Int) throws -> [UInt8] {
        guard let handle = tjInitCompress() else {
            throw PictureError.cannotEncode(format: .jpeg, reason: "out of memory")
        }
        defer { tjDestroy(handle) }
        var file: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        defer { tjFree(file) }
        let subsampling = quality >= 90 ? TJSAMP_444 : TJSAMP_420
        let status = tjCompress2(
            handle, pixels, Int32(size.width), 0, Int32(size.height), TJPF_RGB.rawValue, &file, &count,
            Int32(subsampling.rawValue), Int32(quality), TJFLAG_ACCURATEDCT)
        guard status == 0 else {
            throw PictureError.cannotEncode(format: .jpeg, reason: String(cString: tjGetErrorStr2(handle)))
        }
        return [UInt8](UnsafeBufferPointer(start: file, count: Int(count)))
    }
}
