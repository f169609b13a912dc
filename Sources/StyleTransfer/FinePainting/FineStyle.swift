import Imaging

/// A picture whose style is painted in.
public struct FineStyle: Sendable, Equatable {
    public var picture: Picture
    /// Its share in parts, at least 0; only ratios count.
    public var weight: Float
    /// The style of the library that the picture shows; nil for one that the fast network does not know.
    public var knownAs: String?

    public init(picture: Picture, weight: Float = 1, knownAs: String? = nil) {
        self.picture = picture
        self.weight = weight
        self.knownAs = knownAs
    }

    /// The picture as it is looked at: opaque, resampled to a short side.
    ///
    /// - Parameter stroke: the short side in pixels.
    func seen(atStroke stroke: Float) -> Picture {
        let size = seenSize(atStroke: stroke)
        // Paper is white.
        return picture.composited(red: 1, green: 1, blue: 1).resized(width: size.width, height: size.height)
    }

    func seenSize(atStroke stroke: Float) -> PictureSize {
        let scale = Double(stroke) / Double(min(picture.width, picture.height))
        return PictureSize(
            width: Int((Double(picture.width) * scale).rounded()),
            height: Int((Double(picture.height) * scale).rounded()))
    }
}
