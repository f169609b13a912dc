import Networks

/// A style network's weights in the order in which the engine reads them: prepared once, shared by all sessions.
public final class PreparedStyleNetwork: Sendable {
    /// One encoder stage.
    struct EncoderStage: Sendable {
        let weights: PackedWeights
        let stride: Int
        let gamma: [Float]
        let beta: [Float]
    }

    public let architecture: StyleNetworkArchitecture
    /// The kernels that the weights are prepared for.
    public let instructionSet: InstructionSet
    let encoder: [EncoderStage]
    /// Two for each block.
    let residual: [PackedWeights]
    let upsampling: [PackedWeights]
    let output: PackedWeights
    let outputBias: [Float]

    /// - Parameter instructionSet: nil for the one that the environment asks for, or else the best.
    /// - Throws: `EngineError`.
    public init(_ weights: StyleNetworkWeights, instructionSet: InstructionSet? = nil) throws(EngineError) {
        let set = if let instructionSet { instructionSet } else { try InstructionSet.chosen() }
        self.instructionSet = set
        architecture = weights.architecture
        var encoder: [EncoderStage] = []
        for stage in weights.encoder {
            let packed: PackedWeights =
                encoder.isEmpty ? try .stem(stage.convolution, for: set) : try .direct(stage.convolution, for: set)
            encoder.append(
                EncoderStage(weights: packed, stride: stage.stride, gamma: stage.gamma, beta: stage.beta))
        }
        self.encoder = encoder
        var residual: [PackedWeights] = []
        for block in weights.residual {
            residual.append(try .winograd(block.first, for: set))
            residual.append(try .winograd(block.second, for: set))
        }
        self.residual = residual
        var upsampling: [PackedWeights] = []
        for convolution in weights.upsampling { upsampling.append(try .upsampling(convolution, for: set)) }
        self.upsampling = upsampling
        output = try PictureConvolution.packed(weights.output, for: set)
        outputBias = weights.output.bias
    }
}
