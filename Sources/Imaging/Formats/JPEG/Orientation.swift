/// How a stored picture must be turned to stand upright: the values of EXIF's tag 0x0112.
enum Orientation: Int, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case flipped = 4
    case transposed = 5
    /// To be turned clockwise by a quarter.
    case turnedLeft = 6
    case transversed = 7
    /// To be turned counter-clockwise by a quarter.
    case turnedRight = 8

    /// Whether the upright picture is as wide as the stored one is high.
    var swapsSides: Bool { rawValue >= 5 }

    /// The size of the upright picture.
    func uprightSize(storedWidth width: Int, storedHeight height: Int) -> PictureSize {
        swapsSides ? PictureSize(width: height, height: width) : PictureSize(width: width, height: height)
    }

    /// Where the pixels of the upright picture lie in the stored one.
    func walk(storedWidth width: Int, storedHeight height: Int) -> PixelWalk {
        let last = width * height - 1
        return switch self {
        case .upright: PixelWalk(origin: 0, rowStep: width, columnStep: 1)
        case .mirrored: PixelWalk(origin: width - 1, rowStep: width, columnStep: -1)
        case .upsideDown: PixelWalk(origin: last, rowStep: -width, columnStep: -1)
        case .flipped: PixelWalk(origin: last - width + 1, rowStep: -width, columnStep: 1)
        case .transposed: PixelWalk(origin: 0, rowStep: 1, columnStep: width)
        case .turnedLeft: PixelWalk(origin: last - width + 1, rowStep: 1, columnStep: -width)
        case .transversed: PixelWalk(origin: last, rowStep: -1, columnStep: -width)
        case .turnedRight: PixelWalk(origin: width - 1, rowStep: -1, columnStep: width)
        }
    }
}

/// A way through the pixels of a picture: pixel (row, column) is the stored pixel number
/// `origin + row * rowStep + column * columnStep`.
struct PixelWalk: Equatable {
    let origin: Int
    let rowStep: Int
    let columnStep: Int
}
