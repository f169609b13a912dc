import Kernels

extension PackedWeights {
    /// Weights of a convolution of feature maps that is computed directly.
    package static func direct(
        _ weights: ConvolutionWeights, for set: InstructionSet, precision: Precision = .single
    ) throws(EngineError) -> PackedWeights {
        let blocks = ChannelBlock.blocks(weights.inputs)
        return try packed(weights, positions: blocks * ChannelBlock.count, for: set, precision) { row, column, input in
            ((row * blocks + input / ChannelBlock.count) * weights.kernel + column) * ChannelBlock.count
                + input % ChannelBlock.count
        }
    }

    /// Weights of the stem, which reads interleaved pixels of three colours; with a 9x9 kernel by Winograd's method.
    package static func stem(
        _ weights: ConvolutionWeights, for set: InstructionSet
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.inputs == 3)
        if weights.kernel == KernelStemSide { return try winogradStem(weights, for: set) }
        return try packed(weights, positions: 3, for: set, .single) { row, column, input in
            (row * weights.kernel + column) * 3 + input
        }
    }

    /// Weights of a convolution to three colours whose kernel's columns are spread over the outputs.
    package static func spread(
        _ weights: ConvolutionWeights, for set: InstructionSet, precision: Precision = .single
    ) throws(EngineError) -> PackedWeights {
        precondition(weights.outputs == 3)
        let kernel = weights.kernel
        let layout = PanelLayout(
            blocks: ChannelBlock.blocks(3 * kernel), panelBlocks: try set.kernels().panel_blocks,
            positions: kernel * ChannelBlock.padded(weights.inputs), precision: precision)
        return try PackedWeights(weights, precision: precision, count: layout.count) { packed in
            forEachTap(of: weights) { output, input, row, column, value in
                let position = row * ChannelBlock.padded(weights.inputs) + input
                packed.write(value, at: layout.index(position: position, output: column * 3 + output))
            }
        }
    }

    /// - Parameters:
    ///   - positions: of one tap of the window, with those that fill up.
    ///   - position: of a tap's row and column and an input.
    private static func packed(
        _ weights: ConvolutionWeights, positions: Int, for set: InstructionSet, _ precision: Precision,
        position: (_ row: Int, _ column: Int, _ input: Int) -> Int
    ) throws(EngineError) -> PackedWeights {
        let layout = PanelLayout(
            blocks: ChannelBlock.blocks(weights.outputs), panelBlocks: try set.kernels().panel_blocks,
            positions: weights.kernel * weights.kernel * positions, precision: precision)
        return try PackedWeights(weights, precision: precision, count: layout.count) { packed in
            forEachTap(of: weights) { output, input, row, column, value in
                packed.write(value, at: layout.index(position: position(row, column, input), output: output))
            }
        }
    }

    private static func forEachTap(
        of weights: ConvolutionWeights, _ body: (_ output: Int, _ input: Int, _ row: Int, _ column: Int, Float) -> Void
    ) {
        let kernel = weights.kernel
        for output in 0..<weights.outputs {
            for input in 0..<weights.inputs {
                for tap in 0..<kernel * kernel {
                    let value = weights.weight.values[(output * weights.inputs + input) * kernel * kernel + tap]
                    body(output, input, tap / kernel, tap % kernel, value)
                }
            }
        }
    }
}
