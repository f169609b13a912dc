import Files

extension Picture {
    /// The picture as the content of a file. Samples outside 0...1 are clamped.
    ///
    /// - Parameter metadata: what the file says beside the pixels.
    /// - Throws: ``PictureError``.
    public func encoded(as encoding: PictureEncoding, metadata: PictureMetadata = .init()) throws -> [UInt8] {
        try metadata.check()
        return switch encoding {
        case .png(let bitDepth): try encodedAsPNG(bitDepth: bitDepth, metadata: metadata)
        case .jpeg(let quality): try encodedAsJPEG(quality: quality, metadata: metadata)
        }
    }

    /// Writes the picture to a file, whole or not at all.
    ///
    /// - Parameters:
    ///   - replacingExisting: if false, an existing file is kept and `FileError.exists` thrown.
    ///   - metadata: what the file says beside the pixels.
    /// - Throws: `FileError`, ``PictureError``.
    public func write(
        to path: String, as encoding: PictureEncoding, replacingExisting: Bool, metadata: PictureMetadata = .init()
    ) throws {
        try writeAtomically(
            encoded(as: encoding, metadata: metadata), to: path, replacingExisting: replacingExisting)
    }
}
