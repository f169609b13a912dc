import Networks

/// The weights of what is painted again for every mix, packed at one precision: the residual blocks and the decoder.
struct LiveWeights: Sendable {
    /// Two for each block. The very first convolution sees no style and is computed once for a photograph: in single
    /// precision always.
    let residual: [PackedWeights]
    let upsampling: [PackedWeights]
    let output: PackedWeights

    init(
        _ weights: StyleNetworkWeights, for set: InstructionSet, precision: Precision
    ) throws(EngineError) {
        var residual: [PackedWeights] = []
        for block in weights.residual {
            residual.append(try .winograd(block.first, for: set, precision: residual.isEmpty ? .single : precision))
            residual.append(try .winograd(block.second, for: set, precision: precision))
        }
        self.residual = residual
        var upsampling: [PackedWeights] = []
        for convolution in weights.upsampling {
            upsampling.append(try .upsampling(convolution, for: set, precision: precision))
        }
        self.upsampling = upsampling
        output = try PictureConvolution.packed(weights.output, for: set, precision: precision)
    }
}
