import Foundation

extension Tensor {
    /// The rectified linear unit: negative values become 0.
    package func rectified() -> Tensor {
        Tensor(shape: shape, values: values.map { max($0, 0) })
    }

    /// The logistic function, which brings every value into 0...1.
    package func sigmoid() -> Tensor {
        Tensor(shape: shape, values: values.map { Float(1 / (1 + exp(-Double($0)))) })
    }

    /// The sum of two tensors of one shape.
    package static func + (left: Tensor, right: Tensor) -> Tensor {
        precondition(left.shape == right.shape)
        return Tensor(shape: left.shape, values: zip(left.values, right.values).map { $0 + $1 })
    }
}
