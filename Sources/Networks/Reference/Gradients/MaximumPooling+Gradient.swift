extension Tensor {
    /// The gradient with respect to the input of `maximumPooled`: all of it goes to the largest value.
    ///
    /// - Parameter input: what was pooled.
    package func maximumPoolingGradient(of input: Tensor) -> Tensor {
        precondition(shape == [input.shape[0], input.shape[1] / 2, input.shape[2] / 2])
        var result = Tensor(shape: input.shape)
        for channel in 0..<shape[0] {
            for row in 0..<shape[1] {
                for column in 0..<shape[2] {
                    let place = input.largestOfFour(channel, row, column)
                    result[channel, place.row, place.column] = self[channel, row, column]
                }
            }
        }
        return result
    }
}
