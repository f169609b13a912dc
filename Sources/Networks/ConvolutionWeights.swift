/// What a convolution has learnt.
public struct ConvolutionWeights: Sendable, Equatable {
    /// `[output, input, kernel, kernel]`, the kernel odd.
    public let weight: Tensor
    /// One value for every output channel.
    public let bias: [Float]

    public var outputs: Int { weight.shape[0] }
    public var inputs: Int { weight.shape[1] }
    /// The side of the square window.
    public var kernel: Int { weight.shape[2] }

    /// - Precondition: the shapes are as the properties say.
    public init(weight: Tensor, bias: [Float]) {
        precondition(weight.shape.count == 4 && weight.shape[2] == weight.shape[3] && weight.shape[2] % 2 == 1)
        precondition(bias.count == weight.shape[0])
        self.weight = weight
        self.bias = bias
    }
}
