import Files

extension Picture {
    /// Reads a PNG or JPEG file; which of them is decided by its content, not by its name.
    ///
    /// Colours are taken as sRGB whatever profile the file carries. A JPEG's EXIF orientation is applied.
    /// - Throws: `FileError` if the file cannot be read, ``PictureError`` if it holds no acceptable picture.
    public static func read(path: String, limits: PictureLimits = .init()) throws -> Picture {
        try decode(readFile(path), name: path, limits: limits)
    }

    /// Decodes the content of a PNG or JPEG file.
    ///
    /// - Parameter name: what errors call it.
    /// - Throws: ``PictureError``.
    public static func decode(_ bytes: [UInt8], name: String, limits: PictureLimits = .init()) throws -> Picture {
        switch try format(of: bytes, name: name) {
        case .png: try decodePNG(bytes, name: name, limits: limits)
        case .jpeg: try decodeJPEG(bytes, name: name, limits: limits)
        }
    }

    /// The size that ``read(path:limits:)`` would deliver, from the file's header alone: no pixel is decoded.
    ///
    /// - Throws: `FileError`, ``PictureError``; a picture of any size is accepted.
    public static func size(ofFile path: String) throws -> PictureSize {
        try size(of: readFile(path), name: path)
    }

    /// The size that ``decode(_:name:limits:)`` would deliver.
    public static func size(of bytes: [UInt8], name: String) throws -> PictureSize {
        switch try format(of: bytes, name: name) {
        case .png: try sizeOfPNG(bytes, name: name)
        case .jpeg: try sizeOfJPEG(bytes, name: name)
        }
    }

    static func format(of bytes: [UInt8], name: String) throws(PictureError) -> PictureFormat {
        if bytes.isEmpty { throw .empty(name: name) }
        guard let format = PictureFormat(firstBytes: bytes) else { throw .notAPicture(name: name) }
        return format
    }
}
