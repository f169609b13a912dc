import Kernels

/// A convolution of any odd kernel and stride with a mirrored border, without its bias.
package final class DirectConvolution: RowReader {
    private static let rowsPerUnit = 8

    package let normaliser: InstanceNormaliser
    package let units: Int
    package let unitCost: Int
    package let input: FeatureMap
    private let inputNormaliser: InstanceNormaliser?
    private let weights: PackedWeights
    private let output: FeatureMap
    private let window: ConvolutionWindow

    /// - Parameters:
    ///   - input: read through `normaliser` and a ReLU if there is one.
    ///   - weights: made by `PackedWeights.direct` for the engine's instruction set.
    ///   - output: `ceil(extent / stride)` rows and columns.
    package init(
        _ input: FeatureMap, through inputNormaliser: InstanceNormaliser? = nil, weights: PackedWeights, stride: Int,
        to output: FeatureMap, on engine: Engine
    ) throws(EngineError) {
        precondition(input.channels == weights.inputs && output.channels == weights.outputs)
        precondition(weights.precision == .single)
        precondition(output.height == (input.height + stride - 1) / stride)
        precondition(output.width == (input.width + stride - 1) / stride)
        units = (output.height + Self.rowsPerUnit - 1) / Self.rowsPerUnit
        unitCost =
            Self.rowsPerUnit * output.width * weights.kernel * weights.kernel * ChannelBlock.padded(input.channels)
            * ChannelBlock.padded(output.channels)
        normaliser = try InstanceNormaliser(channels: output.channels, units: units)
        window = ConvolutionWindow(
            kernel: weights.kernel, stride: stride, height: input.height, width: input.width)
        self.input = input
        self.inputNormaliser = inputNormaliser
        self.weights = weights
        self.output = output
        try engine.reserve(convolution_scratch(input.blocks, window.columns.count, weights.kernel))
    }

    package var operations: Int? {
        2 * output.height * output.width * weights.kernel * weights.kernel * input.channels * output.channels
    }

    package func inputRows(of unit: Int) -> ClosedRange<Int> {
        window.inputRows(of: unit * Self.rowsPerUnit..<min((unit + 1) * Self.rowsPerUnit, output.height))
    }

    package func run(on engine: Engine, units: Range<Int>) {
        var layer = window.layer(input: input.view, output: output.view, rowsPerUnit: Self.rowsPerUnit)
        layer.activation = inputNormaliser?.activation ?? ChannelActivation()
        layer.weights = weights.values
        layer.moments = normaliser.moments
        layer.scratch = engine.scratch.values
        layer.scratch_per_thread = engine.scratchPerThread
        engine.run(engine.kernels.convolution, layer, units: units)
    }
}
