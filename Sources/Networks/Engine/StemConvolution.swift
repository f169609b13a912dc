import Kernels

/// The first convolution: from a picture, without the convolution's bias.
package final class StemConvolution: RowWriter {
    package let normaliser: InstanceNormaliser
    package let units: Int
    package let unitCost: Int
    package let rowsPerUnit = 8
    private let weights: PackedWeights
    package let output: FeatureMap
    private let window: ConvolutionWindow
    private let height: Int
    private let width: Int
    private var planes: UnsafePointer<Float>?

    /// - Parameters:
    ///   - height: the rows of the picture. The rows that `output` has more are mirrored.
    ///   - width: the columns of the picture, likewise.
    ///   - weights: made by `PackedWeights.stem` for the engine's instruction set.
    package init(
        height: Int, width: Int, weights: PackedWeights, to output: FeatureMap, on engine: Engine
    ) throws(EngineError) {
        precondition(output.channels == weights.outputs && output.height >= height && output.width >= width)
        precondition(weights.precision == .single)
        self.height = height
        self.width = width
        units = (output.height + rowsPerUnit - 1) / rowsPerUnit
        unitCost =
            rowsPerUnit * output.width * weights.kernel * weights.kernel * 3
            * ChannelBlock.padded(output.channels)
        normaliser = try InstanceNormaliser(channels: output.channels, units: units)
        window = ConvolutionWindow(
            kernel: weights.kernel, stride: 1, height: output.height, width: output.width, picture: (height, width))
        self.weights = weights
        self.output = output
        try engine.reserve(convolution_scratch(0, window.columns.count, weights.kernel))
    }

    /// Lets the layer read a picture's planes, red, green and blue, while `body` runs.
    package func reading<Result>(_ samples: [Float], _ body: () throws -> Result) rethrows -> Result {
        precondition(samples.count == 3 * height * width)
        return try samples.withUnsafeBufferPointer { buffer in
            planes = buffer.baseAddress
            defer { planes = nil }
            return try body()
        }
    }

    /// - Precondition: within `reading`.
    package func run(on engine: Engine, units: Range<Int>) {
        // The kernel only reads from its input; the view is mutable because outputs share its type.
        let picture = FeatureMapView(
            values: UnsafeMutablePointer(mutating: planes), blocks: 0, height: height, width: width,
            rows_held: height)
        guard picture.values != nil else { return }
        var layer = window.layer(input: picture, output: output.view, rowsPerUnit: rowsPerUnit)
        layer.weights = weights.values
        layer.moments = normaliser.moments
        layer.scratch = engine.scratch.values
        layer.scratch_per_thread = engine.scratchPerThread
        forEachPart(of: units) { engine.run(engine.kernels.convolution, layer, units: $0) }
    }
}
