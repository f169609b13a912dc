import Networks
import Synchronization

/// A style network's weights in the order in which the engine reads them, shared by all sessions: prepared once for
/// each precision, when it is first used.
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
    private let weights: StyleNetworkWeights
    private let live = Mutex<[Precision: LiveWeights]>([:])

    var outputBias: [Float] { weights.output.bias }

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
        self.weights = weights
    }

    /// The weights of the live layers; who needs a precision first waits until they are packed.
    ///
    /// - Throws: `EngineError` if the instruction set does not have that precision.
    func liveWeights(_ precision: Precision) throws(EngineError) -> LiveWeights {
        try precision.check(on: instructionSet)
        return try live.withLock { live throws(EngineError) in
            if let packed = live[precision] { return packed }
            let packed = try LiveWeights(weights, for: instructionSet, precision: precision)
            live[precision] = packed
            return packed
        }
    }
}
