import Kernels

/// The gradient with respect to features of a loss of their Gram matrix.
package final class GramGradient: Layer {
    package let units: Int
    /// Whether the gradient is added to what the output holds.
    package var adds = false
    private let features: RectifiedFeatures
    private let output: FeatureMap
    private let kernels: ProductKernels
    private let layout: PanelLayout
    private let factors: PackedValues
    private let memory: KernelMemory

    /// - Parameters:
    ///   - output: two rows and columns larger than the features; its margin is left as it is.
    ///   - precision: of the products.
    package init(
        of features: RectifiedFeatures, to output: FeatureMap, precision: Precision = .single, on engine: Engine
    ) throws(EngineError) {
        let map = features.map
        precondition(output.isWhole && output.channels == map.channels)
        precondition(output.height == map.height + 2 && output.width == map.width + 2)
        self.features = features
        self.output = output
        units = map.height
        kernels = try engine.productKernels(precision)
        layout = PanelLayout(
            blocks: map.blocks, panelBlocks: engine.kernels.panel_blocks,
            positions: ChannelBlock.padded(map.channels), precision: precision)
        memory = try KernelMemory(count: layout.count)
        factors = PackedValues(memory, precision: precision, count: layout.count)
        try engine.reserve(gram_gradient_scratch(map.blocks))
    }

    package var unitCost: Int { features.map.width * layout.count }

    package var operations: Int? {
        let map = features.map
        return 2 * map.height * map.width * map.channels * map.channels
    }

    /// The loss's gradient with respect to the matrix, for the next run: `[channels, channels]`, not necessarily symmetric.
    package func setMatrixGradient(_ gradient: Tensor) {
        let channels = features.map.channels
        precondition(gradient.shape == [channels, channels])
        let scale = 1 / Float(features.map.height * features.map.width)
        for row in 0..<channels {
            for column in 0..<channels {
                let sum = gradient.values[row * channels + column] + gradient.values[column * channels + row]
                factors.write(sum * scale, at: layout.index(position: row, output: column))
            }
        }
    }

    package func run(on engine: Engine, units: Range<Int>) {
        let layer = GramGradientLayer(
            input: features.map.view, activation: features.activation, weights: memory.values,
            output: output.view, adds: adds, scratch: engine.scratch.values,
            scratch_per_thread: engine.scratchPerThread)
        engine.run(kernels.gram_gradient, layer, units: units)
    }
}
