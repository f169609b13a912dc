/// How large a picture may be; checked against a file's header before anything is allocated.
public struct PictureLimits: Sendable, Equatable {
    /// The most pixels accepted, between 1 and 2^32.
    public let maximumPixels: Int

    public init(maximumPixels: Int = 100_000_000) {
        self.maximumPixels = min(max(maximumPixels, 1), 1 << 32)
    }

    /// Throws ``PictureError/tooLarge(name:width:height:limit:)`` if a picture of this size is not accepted.
    func check(width: Int, height: Int, name: String) throws(PictureError) {
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        if overflow || pixels > maximumPixels {
            throw .tooLarge(name: name, width: width, height: height, limit: maximumPixels)
        }
    }
}
