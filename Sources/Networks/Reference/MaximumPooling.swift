extension Tensor {
    /// The largest of each 2x2 values: `[c, h, w]` becomes `[c, h / 2, w / 2]`. A last odd row or column is left out.
    package func maximumPooled() -> Tensor {
        var result = Tensor(shape: [shape[0], shape[1] / 2, shape[2] / 2])
        for channel in 0..<result.shape[0] {
            for row in 0..<result.shape[1] {
                for column in 0..<result.shape[2] {
                    let place = largestOfFour(channel, row, column)
                    result[channel, row, column] = self[channel, place.row, place.column]
                }
            }
        }
        return result
    }

    /// Where the largest of the four values of a pooled one lies; of equal ones the first.
    func largestOfFour(_ channel: Int, _ row: Int, _ column: Int) -> (row: Int, column: Int) {
        var best = (row: 2 * row, column: 2 * column)
        for place in 1..<4 {
            let (row, column) = (2 * row + place / 2, 2 * column + place % 2)
            if self[channel, row, column] > self[channel, best.row, best.column] { best = (row, column) }
        }
        return best
    }
}
