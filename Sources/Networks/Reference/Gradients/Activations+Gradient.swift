extension Tensor {
    /// The gradient with respect to the input of `rectified`.
    ///
    /// - Parameter values: what the ReLU was given, or what it gave.
    package func rectifiedGradient(of values: Tensor) -> Tensor {
        precondition(shape == values.shape)
        return Tensor(shape: shape, values: zip(self.values, values.values).map { $1 > 0 ? $0 : 0 })
    }

    /// The gradient with respect to the input of `sigmoid`.
    ///
    /// - Parameter result: what `sigmoid` gave.
    package func sigmoidGradient(of result: Tensor) -> Tensor {
        precondition(shape == result.shape)
        return Tensor(
            shape: shape,
            values: zip(values, result.values).map { Float(Double($0) * Double($1) * (1 - Double($1))) })
    }
}
