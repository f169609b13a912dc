import Files

/// What a picture's file says beside its pixels.
///
/// A note is text of Pastiche's own. In a PNG it is an `iTXt` chunk under the keyword `Pastiche`, uncompressed and
/// before the pixels, so that any tool that shows text chunks shows it. In a JPEG it is a comment (`COM`) that begins
/// with a line `Pastiche`. A comment rather than XMP: jpegtran and its relatives keep comments and drop XMP unless told
/// otherwise, ImageMagick, exiftool, GIMP and Pillow keep it on saving, every tool shows it, and no packet of XML has
/// to be written, escaped and trusted. What strips comments, such as most web services, strips XMP as well.
public struct PictureMetadata: Sendable, Equatable {
    /// Text that travels in the file; nil for none.
    public var note: String?
    /// How many pixels make an inch on paper; nil leaves it to whoever prints.
    public var dotsPerInch: Int?

    public init(note: String? = nil, dotsPerInch: Int? = nil) {
        self.note = note
        self.dotsPerInch = dotsPerInch
    }

    /// The name under which the note is found in a file.
    static let keyword = "Pastiche"
    /// The longest note in UTF-8 bytes: what a segment of a JPEG holds, with room for its head. Longer ones are
    /// neither written nor read.
    public static let noteLimit = 60_000

    /// - Throws: ``PictureError/unsupportedEncoding(reason:)`` for what no file holds.
    func check() throws(PictureError) {
        if let note, note.utf8.count > Self.noteLimit || note.utf8.contains(0) {
            throw .unsupportedEncoding(reason: "the note is longer than \(Self.noteLimit) bytes or no text")
        }
        if let dotsPerInch, !(1...65_535).contains(dotsPerInch) {
            throw .unsupportedEncoding(reason: "\(dotsPerInch) pixels per inch are not between 1 and 65535")
        }
    }
}

extension Picture {
    /// The note in a picture's file, found without decoding a pixel; nil if there is none, or none that is text.
    ///
    /// - Throws: `FileError` if the file cannot be read, ``PictureError`` if it is no PNG or JPEG.
    public static func note(ofFile path: String) throws -> String? {
        try note(in: readFile(path), name: path)
    }

    /// The note in the content of a picture's file.
    ///
    /// Whatever the content is, this neither fails on it nor takes more memory than a note may have.
    /// - Throws: ``PictureError`` if this is no PNG or JPEG.
    public static func note(in bytes: [UInt8], name: String) throws -> String? {
        let format = try format(of: bytes, name: name)
        return bytes.withUnsafeBufferPointer { bytes in
            switch format {
            case .png: PNGNote.find(in: bytes)
            case .jpeg: JPEGNote.find(in: bytes)
            }
        }
    }
}
