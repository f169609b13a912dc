import Networks
import Synchronization

/// A network that is prepared for this processor when it is first asked for, once for all copies of its library.
final class NetworkPreparation: Sendable {
    private let weights: StyleNetworkWeights
    private let prepared = Mutex<PreparedStyleNetwork?>(nil)

    init(_ weights: StyleNetworkWeights) {
        self.weights = weights
    }

    /// - Throws: `EngineError` if the processor lacks the kernels that were asked for.
    func network() throws(EngineError) -> PreparedStyleNetwork {
        try prepared.withLock { prepared throws(EngineError) in
            if let prepared { return prepared }
            let network = try PreparedStyleNetwork(weights)
            prepared = network
            return network
        }
    }
}
