import Imaging

/// Averages a picture over a grid of equal areas, fractions of pixels included. Keeps its memory.
struct AreaResampler: Sendable {
    /// Red, green and blue of each area, row by row.
    private(set) var grid: [SIMD4<Float>] = []
    private(set) var width = 0
    private(set) var height = 0
    /// One row of the picture, averaged sideways.
    private var line: [SIMD4<Float>] = []

    mutating func resample(_ picture: Picture, width: Int, height: Int) {
        self.width = width
        self.height = height
        grid.removeAll(keepingCapacity: true)
        grid.append(contentsOf: repeatElement(.zero, count: width * height))
        if line.count < width { line = [SIMD4<Float>](repeating: .zero, count: width) }
        // Rows of the picture in one row of the grid.
        let step = Float(picture.height) / Float(height)
        for target in 0..<height {
            let top = Float(target) * step
            let bottom = target == height - 1 ? Float(picture.height) : top + step
            var row = Int(top)
            while row < picture.height, Float(row) < bottom {
                let share = min(Float(row + 1), bottom) - max(Float(row), top)
                if share > 0 {
                    average(picture, row: row)
                    for column in 0..<width { grid[target * width + column] += line[column] * (share / step) }
                }
                row += 1
            }
        }
    }

    private mutating func average(_ picture: Picture, row: Int) {
        let step = Float(picture.width) / Float(width)
        picture.samples.withUnsafeBufferPointer { samples in
            let red = samples[(row * picture.width)...]
            let green = samples[(picture.pixelCount + row * picture.width)...]
            let blue = samples[(2 * picture.pixelCount + row * picture.width)...]
            for target in 0..<width {
                let left = Float(target) * step
                let right = target == width - 1 ? Float(picture.width) : left + step
                var sum = SIMD4<Float>.zero
                var column = Int(left)
                while column < picture.width, Float(column) < right {
                    let share = min(Float(column + 1), right) - max(Float(column), left)
                    let pixel = SIMD4(
                        red[red.startIndex + column], green[green.startIndex + column],
                        blue[blue.startIndex + column], 0)
                    sum += pixel * share
                    column += 1
                }
                line[target] = sum / step
            }
        }
    }
}
