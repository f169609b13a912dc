/// Columns and rows of a picture.
public struct PictureSize: Sendable, Equatable, Hashable {
    /// Columns, at least 1.
    public let width: Int
    /// Rows, at least 1.
    public let height: Int

    /// Values below 1 become 1.
    public init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
    }

    /// The longer side.
    public var longSide: Int { max(width, height) }

    /// The size of the same shape whose longer side is `longSide`; never below 1 pixel.
    ///
    /// - Parameter enlarging: if false, a size that is small enough already stays as it is.
    public func fitted(longSide: Int, enlarging: Bool = false) -> PictureSize {
        fitted(within: longSide, height: longSide, enlarging: enlarging)
    }

    /// The largest size of the same shape that lies within `width` and `height`; never below 1 pixel.
    ///
    /// - Parameter enlarging: if false, a size that lies within already stays as it is.
    public func fitted(within width: Int, height: Int, enlarging: Bool = false) -> PictureSize {
        let width = max(1, width)
        let height = max(1, height)
        if !enlarging && self.width <= width && self.height <= height { return self }
        let scale = min(Double(width) / Double(self.width), Double(height) / Double(self.height))
        return PictureSize(
            width: min(width, Int((Double(self.width) * scale).rounded())),
            height: min(height, Int((Double(self.height) * scale).rounded())))
    }
}

extension Picture {
    /// Columns and rows.
    public var size: PictureSize { PictureSize(width: width, height: height) }
}
