extension Picture {
    /// A rectangle of the picture.
    ///
    /// - Parameters:
    ///   - row: the first row.
    ///   - column: the first column.
    /// - Precondition: the rectangle has at least one pixel and lies within the picture.
    public func cropped(row: Int, column: Int, width: Int, height: Int) -> Picture {
        precondition(row >= 0 && column >= 0 && width > 0 && height > 0)
        precondition(row + height <= self.height && column + width <= self.width)
        var planes: [Float] = []
        planes.reserveCapacity(3 * width * height)
        for channel in 0..<3 {
            append(row: row, column: column, width: width, height: height, of: samples, plane: channel, to: &planes)
        }
        let opacity = alpha.map { alpha in
            var cropped: [Float] = []
            cropped.reserveCapacity(width * height)
            append(row: row, column: column, width: width, height: height, of: alpha, plane: 0, to: &cropped)
            return cropped
        }
        return Picture(width: width, height: height, samples: planes, alpha: opacity)
    }

    private func append(
        row: Int, column: Int, width: Int, height: Int, of planes: [Float], plane: Int, to result: inout [Float]
    ) {
        for line in row..<row + height {
            let start = (plane * self.height + line) * self.width + column
            result.append(contentsOf: planes[start..<start + width])
        }
    }
}
