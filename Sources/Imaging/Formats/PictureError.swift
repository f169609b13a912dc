import Files

/// A picture that could not be decoded or encoded. A file that cannot be opened is a `FileError` instead.
public enum PictureError: UserFacingError, Equatable {
    /// The file has no bytes at all.
    case empty(name: String)
    /// The file starts like no picture that Pastiche knows.
    case notAPicture(name: String)
    /// The file ends before the picture does.
    case truncated(name: String)
    /// The codec refused the content; `reason` is in its words.
    case damaged(name: String, reason: String)
    /// The picture has more than `limit` pixels.
    case tooLarge(name: String, width: Int, height: Int, limit: Int)
    /// The output's name ends like no format that Pastiche writes.
    case unknownEnding(path: String)
    /// The encoding asks for what its format does not have.
    case unsupportedEncoding(reason: String)
    /// The picture has more rows or columns than its format can hold.
    case tooLargeForFormat(format: PictureFormat, width: Int, height: Int, limit: Int)
    /// The codec failed to write; `reason` is in its words.
    case cannotEncode(format: PictureFormat, reason: String)

    public var description: String {
        switch self {
        case .empty(let name):
            "cannot read \(printable(name)): the file is empty; choose another picture"
        case .notAPicture(let name):
            "cannot read \(printable(name)): it is not a PNG or JPEG picture; convert it to one of them"
        case .truncated(let name):
            "cannot read \(printable(name)): the file ends before the picture does; copy or download it again"
        case .damaged(let name, let reason):
            "cannot read \(printable(name)): \(printable(reason)); the file is damaged or of an unusual kind"
        case .tooLarge(let name, let width, let height, let limit):
            "cannot read \(printable(name)): it is \(amount(width, height)); "
                + "the limit is \(amount(limit)); make it smaller first"
        case .unknownEnding(let path):
            "cannot write \(printable(path)): its ending names no known format; end it in .png or .jpg"
        case .unsupportedEncoding(let reason):
            "cannot write the picture: \(reason)"
        case .tooLargeForFormat(let format, let width, let height, let limit):
            "cannot write the picture: \(width) x \(height) pixels are more than the \(limit) per side "
                + "that a \(format.rawValue.uppercased()) file can hold; write it smaller or in another format"
        case .cannotEncode(let format, let reason):
            "cannot write the picture as \(format.rawValue.uppercased()): \(printable(reason)); write it smaller"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .empty, .notAPicture, .truncated, .damaged, .tooLarge, .tooLargeForFormat: .dataError
        case .unknownEnding, .unsupportedEncoding: .usage
        case .cannotEncode: .systemError
        }
    }
}

private func amount(_ width: Int, _ height: Int) -> String {
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow ? "\(width) x \(height) pixels" : amount(pixels)
}

/// Rounded up, so that a picture just over the limit does not look as large as the limit.
private func amount(_ pixels: Int) -> String {
    if pixels < 1_000_000 { return pixels == 1 ? "1 pixel" : "\(pixels) pixels" }
    let tenths = (pixels + 99_999) / 100_000
    let fraction = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
    return "\(tenths / 10)\(fraction) megapixels"
}
