/// How a picture is written.
public enum PictureEncoding: Sendable, Equatable {
    /// Without loss but for rounding, opacity kept. `bitDepth` is 8 or 16 bits per sample.
    case png(bitDepth: Int)
    /// With loss, on white where the picture is transparent. `quality` is 1...100;
    /// from 90 on colour keeps its full resolution, below it has half.
    case jpeg(quality: Int)

    /// The kind of file this makes.
    public var format: PictureFormat {
        switch self {
        case .png: .png
        case .jpeg: .jpeg
        }
    }

    /// The encoding that the ending of an output's name asks for.
    ///
    /// - Throws: ``PictureError/unknownEnding(path:)``.
    public init(path: String, bitDepth: Int = 8, quality: Int = 92) throws(PictureError) {
        switch PictureFormat(path: path) {
        case .png: self = .png(bitDepth: bitDepth)
        case .jpeg: self = .jpeg(quality: quality)
        case nil: throw .unknownEnding(path: path)
        }
    }
}
