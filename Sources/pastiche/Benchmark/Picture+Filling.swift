import Imaging

extension Picture {
    /// The picture made just large enough to fill a size, and what is beyond it cut off on both sides.
    func filling(width: Int, height: Int) -> Picture {
        let scale = max(Double(width) / Double(self.width), Double(height) / Double(self.height))
        let sized = resized(
            width: max(width, Int((Double(self.width) * scale).rounded())),
            height: max(height, Int((Double(self.height) * scale).rounded())))
        return sized.cropped(
            row: (sized.height - height) / 2, column: (sized.width - width) / 2, width: width, height: height)
    }
}
