import Kernels

/// Weights in the order in which a kernel reads them.
///
/// Unchecked because it holds memory by pointer; nothing writes there once `init` has returned, so threads may
/// share it.
package final class PackedWeights: @unchecked Sendable {
    package let inputs: Int
    package let outputs: Int
    package let kernel: Int
    private let memory: KernelMemory

    var values: UnsafePointer<Float> { UnsafePointer(memory.values) }

    /// - Parameter fill: writes the weights that are not 0.
    init(
        _ weights: ConvolutionWeights, count: Int, fill: (UnsafeMutablePointer<Float>) -> Void
    ) throws(EngineError) {
        inputs = weights.inputs
        outputs = weights.outputs
        kernel = weights.kernel
        memory = try KernelMemory(count: count)
        fill(memory.values)
    }
}

/// A matrix of weights in panels of output channels: `[panel][position][output of the panel]`.
struct PanelLayout {
    /// Blocks of output channels.
    let blocks: Int
    /// Blocks of a panel; the last panel has what is left.
    let panelBlocks: Int
    /// Rows of the matrix: inputs, or inputs times the window.
    let positions: Int

    var count: Int { blocks * ChannelBlock.count * positions }

    func index(position: Int, output: Int) -> Int {
        let panel = output / ChannelBlock.count / panelBlocks
        let width = min(panelBlocks, blocks - panel * panelBlocks) * ChannelBlock.count
        let first = panel * panelBlocks * ChannelBlock.count
        return first * positions + position * width + output - first
    }
}
