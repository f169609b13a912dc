import Imaging

extension Picture {
    /// The middle of the picture, in the proportions of a size, at that size.
    func filling(width: Int, height: Int) -> Picture {
        let scale = max(Double(width) / Double(self.width), Double(height) / Double(self.height))
        let part = PictureSize(
            width: min(self.width, Int((Double(width) / scale).rounded())),
            height: min(self.height, Int((Double(height) / scale).rounded())))
        // Cut before resampling: the ends of a long strip would be enlarged for nothing.
        return cropped(
            row: (self.height - part.height) / 2, column: (self.width - part.width) / 2, width: part.width,
            height: part.height
        ).resized(width: width, height: height)
    }
}
