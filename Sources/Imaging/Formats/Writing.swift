import Files

extension Picture {
    /// The picture as the content of a file. Samples outside 0...1 are clamped.
    ///
    /// - Throws: ``PictureError``.
    public func encoded(as encoding: PictureEncoding) throws -> [UInt8] {
        switch encoding {
        case .png(let bitDepth): try encodedAsPNG(bitDepth: bitDepth)
        case .jpeg(let quality): try encodedAsJPEG(quality: quality)
        }
    }

    /// Writes the picture to a file, whole or not at all.
    ///
    /// - Parameter replacingExisting: if false, an existing file is kept and `FileError.exists` thrown.
    /// - Throws: `FileError`, ``PictureError``.
    public func write(to path: String, as encoding: PictureEncoding, replacingExisting: Bool) throws {
        try writeAtomically(encoded(as: encoding), to: path, replacingExisting: replacingExisting)
    }
}
