import Kernels

/// Nearest upsampling by two and a 3x3 convolution with a mirrored border, without its bias.
package final class UpsamplingConvolution: RowWriter {
    package let normaliser: InstanceNormaliser
    package let unitCost: Int
    private let input: FeatureMap
    private let inputNormaliser: InstanceNormaliser?
    private let weights: PackedWeights
    /// Those of the weights' precision.
    let kernels: ProductKernels
    package let output: FeatureMap

    package var units: Int { input.height }
    package var rowsPerUnit: Int { 2 }

    /// - Parameters:
    ///   - input: read through `normaliser` and a ReLU if there is one.
    ///   - weights: made by `PackedWeights.upsampling` for the engine's instruction set; in their
    ///     precision the layer computes.
    ///   - output: twice as high and wide as `input`.
    package init(
        _ input: FeatureMap, through inputNormaliser: InstanceNormaliser? = nil, weights: PackedWeights,
        to output: FeatureMap, on engine: Engine
    ) throws(EngineError) {
        precondition(input.channels == weights.inputs && output.channels == weights.outputs)
        precondition(2 * input.height == output.height && 2 * input.width == output.width)
        unitCost = 9 * input.width * ChannelBlock.padded(input.channels) * ChannelBlock.padded(output.channels)
        normaliser = try InstanceNormaliser(channels: output.channels, units: input.height)
        self.input = input
        self.inputNormaliser = inputNormaliser
        self.weights = weights
        kernels = try engine.productKernels(weights.precision)
        self.output = output
        try engine.reserve(upsampling_scratch(input.blocks, output.blocks))
    }

    package var operations: Int? {
        2 * 9 * input.height * input.width * input.channels * output.channels
    }

    package func run(on engine: Engine, units: Range<Int>) {
        run(kernels.upsampling, on: engine, units: units)
    }

    /// Runs a kernel that takes the description of an upsampling layer.
    func run(_ kernel: LayerKernel, on engine: Engine, units: Range<Int>) {
        let layer = UpsamplingLayer(
            input: input.view, output: output.view, activation: inputNormaliser?.activation ?? ChannelActivation(),
            weights: weights.values, moments: normaliser.moments, scratch: engine.scratch.values,
            scratch_per_thread: engine.scratchPerThread)
        forEachPart(of: units) { engine.run(kernel, layer, units: $0) }
    }
}
