/// Numbers in a box: row-major, 32-bit floats.
///
/// Feature maps are `[channel, row, column]`, convolution weights `[output, input, row, column]`.
public struct Tensor: Sendable, Equatable {
    /// The extent of every dimension, outermost first.
    public let shape: [Int]
    /// The values; as many as the product of `shape`.
    public var values: [Float]

    /// - Precondition: `values.count` is the product of `shape`.
    public init(shape: [Int], values: [Float]) {
        precondition(values.count == shape.reduce(1, *))
        self.shape = shape
        self.values = values
    }

    /// A tensor filled with one value.
    public init(shape: [Int], repeating value: Float = 0) {
        self.init(shape: shape, values: [Float](repeating: value, count: shape.reduce(1, *)))
    }

    /// One value of a feature map.
    ///
    /// - Precondition: the tensor has three dimensions.
    public subscript(channel: Int, row: Int, column: Int) -> Float {
        get { values[(channel * shape[1] + row) * shape[2] + column] }
        set { values[(channel * shape[1] + row) * shape[2] + column] = newValue }
    }
}
