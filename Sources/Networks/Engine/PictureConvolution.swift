import Kernels

/// The last convolution, with its bias, a pixel shuffle if it has 12 outputs, and a sigmoid: paints a picture. With 12
/// outputs and a 3x3 kernel by Winograd's method, otherwise directly.
package final class PictureConvolution: RowReader {
    private static let rowsPerUnit = 8
    /// Tiles that the inner loop takes together, at least.
    private static let tilesPerRun = 32

    package let units: Int
    package let unitCost: Int
    package let input: FeatureMap
    private let inputNormaliser: InstanceNormaliser?
    private let weights: PackedWeights
    private let kernels: ProductKernels
    private let bias: KernelMemory
    private let window: ConvolutionWindow
    /// With Winograd's method only.
    private let grid: TileGrid?
    private let shuffles: Bool
    private let height: Int
    private let width: Int
    private var planes: UnsafeMutablePointer<Float>?

    /// Packs the weights as the layer needs them: by their number of outputs, 12 or 3.
    package static func packed(
        _ weights: ConvolutionWeights, for set: InstructionSet, precision: Precision = .single
    ) throws(EngineError) -> PackedWeights {
        if weights.outputs == 3 { return try .spread(weights, for: set, precision: precision) }
        return usesWinograd(outputs: weights.outputs, kernel: weights.kernel)
            ? try .winograd(weights, for: set, precision: precision)
            : try .direct(weights, for: set, precision: precision)
    }

    private static func usesWinograd(outputs: Int, kernel: Int) -> Bool {
        outputs == 12 && kernel == 3
    }

    /// - Parameters:
    ///   - input: read through `normaliser` and a ReLU if there is one.
    ///   - weights: made by `packed` for the engine's instruction set; in their precision the layer computes.
    ///   - height: the rows of the picture; rows that the layer would paint beyond them are dropped.
    ///   - width: the columns of the picture, likewise.
    package init(
        _ input: FeatureMap, through inputNormaliser: InstanceNormaliser? = nil, weights: PackedWeights,
        bias values: [Float], height: Int, width: Int, on engine: Engine
    ) throws(EngineError) {
        precondition(input.channels == weights.inputs && [3, 12].contains(weights.outputs))
        shuffles = weights.outputs == 12
        let factor = shuffles ? 2 : 1
        precondition(height <= factor * input.height && width <= factor * input.width)
        window = ConvolutionWindow(kernel: weights.kernel, stride: 1, height: input.height, width: input.width)
        let outputs = shuffles ? 12 : 3 * weights.kernel
        if Self.usesWinograd(outputs: weights.outputs, kernel: weights.kernel) {
            let grid = TileGrid(input)
            self.grid = grid
            units = grid.down
            unitCost =
                KernelWinogradPoints * grid.across * ChannelBlock.padded(input.channels)
                * ChannelBlock.padded(outputs)
        } else {
            grid = nil
            units = (input.height + Self.rowsPerUnit - 1) / Self.rowsPerUnit
            unitCost =
                Self.rowsPerUnit * input.width * weights.kernel * (shuffles ? weights.kernel : 1)
                * ChannelBlock.padded(input.channels) * ChannelBlock.padded(outputs)
        }
        // With a pixel shuffle, a bias for each lane of the only block.
        bias = try KernelMemory(count: ChannelBlock.padded(values.count))
        for (index, value) in values.enumerated() { bias.values[index] = value }
        self.input = input
        self.inputNormaliser = inputNormaliser
        self.weights = weights
        kernels = try engine.productKernels(weights.precision)
        self.height = height
        self.width = width
        let blocks = ChannelBlock.blocks(outputs)
        try engine.reserve(
            grid == nil
                ? picture_scratch(
                    input.blocks, window.columns.count, weights.kernel, blocks,
                    shuffles ? input.width : window.columns.count)
                : winograd_scratch(input.blocks, blocks, Self.tilesPerRun))
    }

    /// Lets the layer paint a picture's planes, red, green and blue, while `body` runs.
    package func painting<Result>(_ samples: inout [Float], _ body: () throws -> Result) rethrows -> Result {
        precondition(samples.count == 3 * height * width)
        return try samples.withUnsafeMutableBufferPointer { buffer in
            planes = buffer.baseAddress
            defer { planes = nil }
            return try body()
        }
    }

    package var operations: Int? {
        let products =
            grid.map { KernelWinogradPoints * $0.down * $0.across }
            ?? weights.kernel * weights.kernel * input.height * input.width
        return 2 * products * input.channels * weights.outputs
    }

    package func inputRows(of unit: Int) -> ClosedRange<Int> {
        grid?.inputRows(of: unit)
            ?? window.inputRows(of: unit * Self.rowsPerUnit..<min((unit + 1) * Self.rowsPerUnit, input.height))
    }

    /// - Precondition: within `painting`.
    package func run(on engine: Engine, units: Range<Int>) {
        guard let planes else { return }
        let activation = inputNormaliser?.activation ?? ChannelActivation()
        let blocks = ChannelBlock.blocks(shuffles ? weights.outputs : 3 * weights.kernel)
        let painted = FeatureMapView(
            values: nil, blocks: blocks, height: input.height,
            width: shuffles ? input.width : window.columns.count, rows_held: input.height)
        if let grid {
            var layer = WinogradPictureLayer()
            layer.convolution = grid.layer(input: input.view, output: painted, tilesPerRun: Self.tilesPerRun)
            layer.convolution.activation = activation
            layer.convolution.weights = weights.values
            layer.convolution.scratch = engine.scratch.values
            layer.convolution.scratch_per_thread = engine.scratchPerThread
            layer.bias = UnsafePointer(bias.values)
            layer.planes = planes
            layer.height = height
            layer.width = width
            engine.run(kernels.winograd_picture, layer, units: units)
            return
        }
        var layer = PictureLayer()
        layer.convolution = window.layer(input: input.view, output: painted, rowsPerUnit: Self.rowsPerUnit)
        if !shuffles { layer.convolution.kernel_width = 1 }
        layer.convolution.activation = activation
        layer.convolution.weights = weights.values
        layer.convolution.scratch = engine.scratch.values
        layer.convolution.scratch_per_thread = engine.scratchPerThread
        layer.bias = UnsafePointer(bias.values)
        layer.spread = shuffles ? 1 : weights.kernel
        layer.planes = planes
        layer.height = height
        layer.width = width
        engine.run(shuffles ? kernels.pixel_shuffle_picture : kernels.wide_kernel_picture, layer, units: units)
    }
}
