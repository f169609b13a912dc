import Imaging

/// How large a pastiche becomes.
public enum ExportSize: Sendable, Equatable {
    /// As large as the photograph.
    case original
    /// So many pixels on the long side.
    case longSide(Int)
    /// As large as fits into a sheet of so many pixels, turned as the photograph is.
    case within(longSide: Int, shortSide: Int)

    /// The long side that a photograph's pastiche gets; nil if it keeps the photograph's.
    public func longSide(of photograph: PictureSize) -> Int? {
        switch self {
        case .original: return nil
        case .longSide(let pixels): return pixels
        case .within(let longSide, let shortSide):
            let isUpright = photograph.height > photograph.width
            return photograph.fitted(
                within: isUpright ? shortSide : longSide, height: isUpright ? longSide : shortSide, enlarging: true
            ).longSide
        }
    }
}
