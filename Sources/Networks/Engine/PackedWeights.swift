import Kernels

/// Weights in the order in which a kernel reads them.
///
/// Unchecked because it holds memory by pointer; nothing writes there once `init` has returned, so threads may
/// share it.
package final class PackedWeights: @unchecked Sendable {
    package let inputs: Int
    package let outputs: Int
    package let kernel: Int
    package let precision: Precision
    private let memory: KernelMemory

    /// Floats or bf16, as `precision` says.
    var values: UnsafeRawPointer { UnsafeRawPointer(memory.values) }

    /// - Parameters:
    ///   - count: the number of packed weights.
    ///   - fill: writes the weights that are not 0.
    init(
        _ weights: ConvolutionWeights, precision: Precision, count: Int, fill: (PackedValues) -> Void
    ) throws(EngineError) {
        inputs = weights.inputs
        outputs = weights.outputs
        kernel = weights.kernel
        self.precision = precision
        memory = try KernelMemory(count: (count + precision.inputsOfProduct - 1) / precision.inputsOfProduct)
        fill(PackedValues(memory, precision: precision, count: count))
    }
}

/// Where packed weights are written, rounded to their precision.
enum PackedValues {
    case single(UnsafeMutablePointer<Float>)
    case brainFloat(UnsafeMutablePointer<UInt16>)

    /// - Parameter count: the weights that lie in the memory, which the caller keeps.
    init(_ memory: KernelMemory, precision: Precision, count: Int) {
        switch precision {
        case .single: self = .single(memory.values)
        case .brainFloat:
            self = .brainFloat(UnsafeMutableRawPointer(memory.values).bindMemory(to: UInt16.self, capacity: count))
        }
    }

    func write(_ value: Float, at index: Int) {
        switch self {
        case .single(let values): values[index] = value
        case .brainFloat(let values): values[index] = value.brainFloatPattern
        }
    }
}

extension Float {
    /// The value rounded to bf16: the nearest one, of two the even one. For finite values.
    package var brainFloatPattern: UInt16 {
        let half = 0x7FFF + (bitPattern >> 16) & 1
        return UInt16(truncatingIfNeeded: (bitPattern &+ half) >> 16)
    }
}

/// A matrix of weights in panels of output channels: `[panel][position][output of the panel]`; with pairs of inputs,
/// `[panel][position / 2][output of the panel][position % 2]`.
struct PanelLayout {
    /// Blocks of output channels.
    let blocks: Int
    /// Blocks of a panel; the last panel has what is left.
    let panelBlocks: Int
    /// Rows of the matrix: inputs, or inputs times the window.
    let positions: Int
    let precision: Precision

    var count: Int { blocks * ChannelBlock.count * positions }

    func index(position: Int, output: Int) -> Int {
        let panel = output / ChannelBlock.count / panelBlocks
        let width = min(panelBlocks, blocks - panel * panelBlocks) * ChannelBlock.count
        let first = panel * panelBlocks * ChannelBlock.count
        let group = precision.inputsOfProduct
        return first * positions + (position / group * width + output - first) * group + position % group
    }
}
