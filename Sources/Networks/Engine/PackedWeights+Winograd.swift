import Kernels

extension PackedWeights {
    /// Weights of a 3x3 convolution, transformed for F(4x4, 3x3).
    package static func winograd(
        _ weights: ConvolutionWeights, for set: InstructionSet, precision: Precision = .single
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.kernel == 3)
        return try transformed(weights, matrix: winogradMatrix, for: set, precision)
    }

    /// Weights of a 3x3 convolution behind a nearest upsampling, as nine products on the small picture.
    package static func upsampling(
        _ weights: ConvolutionWeights, for set: InstructionSet, precision: Precision = .single
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.kernel == 3)
        return try transformed(weights, matrix: upsamplingMatrix, for: set, precision)
    }

    /// Weights of a 9x9 convolution of a picture as those of 3x3 kernels on every third row and column, transformed for
    /// F(4x4, 3x3).
    static func winogradStem(
        _ weights: ConvolutionWeights, for set: InstructionSet
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.inputs == 3 && weights.kernel == KernelStemSide)
        let (step, side) = (3, weights.kernel)
        var parts = Tensor(shape: [weights.outputs, step * step * weights.inputs, step, step])
        for (index, value) in weights.weight.values.enumerated() {
            let (row, column) = (index / side % side, index % side)
            let (output, colour) = (index / (side * side) / weights.inputs, index / (side * side) % weights.inputs)
            let part = (row % step * step + column % step) * weights.inputs + colour
            let window = (output * parts.shape[1] + part) * step * step
            parts.values[window + row / step * step + column / step] = value
        }
        return try transformed(
            ConvolutionWeights(weight: parts, bias: weights.bias), matrix: winogradMatrix, for: set, .single,
            positions: parts.shape[1], of: weights)
    }

    /// The kernel's transform at the points 0, a, -a, b, -b and infinity, with a = 2/3 and b = 3/2.
    private static let winogradMatrix: [SIMD3<Double>] = {
        let (a, b) = (2.0 / 3, 3.0 / 2)
        func point(_ x: Double, other: Double) -> SIMD3<Double> {
            SIMD3(1, x, x * x) / (2 * x * x * (x * x - other * other))
        }
        return [
            SIMD3(1 / (a * a * b * b), 0, 0), point(a, other: b), point(-a, other: b), point(b, other: a),
            point(-b, other: a), SIMD3(0, 0, 1),
        ]
    }()

    /// The sum of the kernel, its first weight against the difference to the pixel before, its last with that to the
    /// pixel behind.
    private static let upsamplingMatrix: [SIMD3<Double>] = [SIMD3(1, 1, 1), SIMD3(-1, 0, 0), SIMD3(0, 0, 1)]

    /// G w Gᵀ for each pair of channels: `[row of G][row of G][panel][input][output of the panel]`.
    ///
    /// - Parameters:
    ///   - positions: inputs with those that fill up; nil for whole blocks.
    ///   - original: the convolution that `weights` stand for; nil for themselves.
    private static func transformed(
        _ weights: ConvolutionWeights, matrix: [SIMD3<Double>], for set: InstructionSet,
        _ precision: Precision, positions: Int? = nil, of original: ConvolutionWeights? = nil
    ) throws(EngineError) -> PackedWeights {
        let layout = PanelLayout(
            blocks: ChannelBlock.blocks(weights.outputs), panelBlocks: try set.kernels().panel_blocks,
            positions: positions ?? ChannelBlock.padded(weights.inputs), precision: precision)
        return try PackedWeights(
            original ?? weights, precision: precision, count: matrix.count * matrix.count * layout.count
        ) { packed in
            weights.weight.values.withUnsafeBufferPointer { values in
                for output in 0..<weights.outputs {
                    for input in 0..<weights.inputs {
                        let window = (output * weights.inputs + input) * 9
                        func row(_ index: Int) -> SIMD3<Double> {
                            let begin = window + 3 * index
                            return SIMD3(SIMD3(values[begin], values[begin + 1], values[begin + 2]))
                        }
                        let (top, middle, bottom) = (row(0), row(1), row(2))
                        var target = layout.index(position: input, output: output)
                        for left in matrix {
                            let across = left.x * top + left.y * middle + left.z * bottom
                            for right in matrix {
                                packed.write(Float((across * right).sum()), at: target)
                                target += layout.count
                            }
                        }
                    }
                }
            }
        }
    }
}
