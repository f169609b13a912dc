import Kernels

/// The first convolution: from a picture, without the convolution's bias; with a 9x9 kernel by Winograd's method.
package final class StemConvolution: RowWriter {
    package let normaliser: InstanceNormaliser
    package let units: Int
    package let unitCost: Int
    package let rowsPerUnit: Int
    private let weights: PackedWeights
    package let output: FeatureMap
    private let window: ConvolutionWindow
    private let usesWinograd: Bool
    /// Products of a value of the output, rounded.
    private let products: Int
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
        usesWinograd = weights.kernel == KernelStemSide
        rowsPerUnit = usesWinograd ? KernelStemPatch : 8
        units = (output.height + rowsPerUnit - 1) / rowsPerUnit
        products = usesWinograd ? KernelStemProducts : 3 * weights.kernel * weights.kernel
        unitCost = rowsPerUnit * output.width * products * ChannelBlock.padded(output.channels)
        normaliser = try InstanceNormaliser(channels: output.channels, units: units)
        // Patches may reach beyond the output.
        let patch = usesWinograd ? KernelStemPatch : 1
        window = ConvolutionWindow(
            kernel: weights.kernel, stride: 1, height: output.height, width: output.width, picture: (height, width),
            multiple: patch)
        self.weights = weights
        self.output = output
        try engine.reserve(
            usesWinograd
                ? stem_scratch(output.blocks) : convolution_scratch(0, window.columns.count, weights.kernel))
    }

    package var operations: Int? {
        2 * output.height * output.width * products * output.channels
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
        guard let planes else { return }
        if usesWinograd {
            let layer = StemLayer(
                planes: planes, height: height, width: width, output: output.view, rows: window.rows.indices,
                columns: window.columns.indices, weights: weights.values, moments: normaliser.moments,
                scratch: engine.scratch.values, scratch_per_thread: engine.scratchPerThread)
            forEachPart(of: units) { engine.run(engine.kernels.stem, layer, units: $0) }
        } else {
            let layer = directLayer(planes, on: engine)
            forEachPart(of: units) { engine.run(engine.kernels.convolution, layer, units: $0) }
        }
    }

    private func directLayer(_ planes: UnsafePointer<Float>, on engine: Engine) -> ConvolutionLayer {
        // The kernel only reads from its input; the view is mutable because outputs share its type.
        let picture = FeatureMapView(
            values: UnsafeMutablePointer(mutating: planes), blocks: 0, height: height, width: width,
            rows_held: height)
        var layer = window.layer(input: picture, output: output.view, rowsPerUnit: rowsPerUnit)
        layer.weights = weights.values
        layer.moments = normaliser.moments
        layer.scratch = engine.scratch.values
        layer.scratch_per_thread = engine.scratchPerThread
        return layer
    }
}
