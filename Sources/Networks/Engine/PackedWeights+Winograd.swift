import Kernels

extension PackedWeights {
    /// Weights of a 3x3 convolution, transformed for F(4x4, 3x3).
    package static func winograd(
        _ weights: ConvolutionWeights, for set: InstructionSet
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.kernel == 3)
        return try transformed(weights, matrix: winogradMatrix, for: set)
    }

    /// Weights of a 3x3 convolution behind a nearest upsampling, as nine products on the small picture.
    package static func upsampling(
        _ weights: ConvolutionWeights, for set: InstructionSet
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.kernel == 3)
        return try transformed(weights, matrix: upsamplingMatrix, for: set)
    }

    /// The kernel's transform at the points 0, a, -a, b, -b and infinity, with a = 2/3 and b = 3/2.
    private static let winogradMatrix: [[Double]] = {
        let (a, b) = (2.0 / 3, 3.0 / 2)
        func point(_ x: Double, other: Double) -> [Double] {
            let norm = 2 * x * x * (x * x - other * other)
            return [1 / norm, x / norm, x * x / norm]
        }
        return [
            [1 / (a * a * b * b), 0, 0], point(a, other: b), point(-a, other: b), point(b, other: a),
            point(-b, other: a), [0, 0, 1],
        ]
    }()

    /// The sum of the kernel, its first weight against the difference to the pixel before, its last with that to the
    /// pixel behind.
    private static let upsamplingMatrix: [[Double]] = [[1, 1, 1], [-1, 0, 0], [0, 0, 1]]

    /// G w Gᵀ for each pair of channels: `[row of G][row of G][panel][input][output of the panel]`.
    private static func transformed(
        _ weights: ConvolutionWeights, matrix: [[Double]], for set: InstructionSet
    ) throws(EngineError) -> PackedWeights {
        let layout = PanelLayout(
            blocks: ChannelBlock.blocks(weights.outputs), panelBlocks: try set.kernels().panel_blocks,
            positions: ChannelBlock.padded(weights.inputs))
        return try PackedWeights(weights, count: matrix.count * matrix.count * layout.count) { packed in
            weights.weight.values.withUnsafeBufferPointer { values in
                for output in 0..<weights.outputs {
                    for input in 0..<weights.inputs {
                        let window = (output * weights.inputs + input) * 9
                        let index = layout.index(position: input, output: output)
                        for (row, left) in matrix.enumerated() {
                            for (column, right) in matrix.enumerated() {
                                var sum = 0.0
                                for tap in 0..<9 {
                                    sum += left[tap / 3] * Double(values[window + tap]) * right[tap % 3]
                                }
                                packed[(row * matrix.count + column) * layout.count + index] = Float(sum)
                            }
                        }
                    }
                }
            }
        }
    }
}
