import Kernels

/// A 3x3 convolution of stride 1 with a mirrored border, without its bias, by Winograd's F(4x4, 3x3).
package final class WinogradConvolution: Layer {
    private static let tileOutputs = 4
    /// Tiles that the inner loop takes together.
    private static let tilesAtOnce = 6
    /// Bytes of transformed tiles that stay in the second-level cache beside the weights.
    private static let tileBudget = 1 << 18

    package let normaliser: InstanceNormaliser
    package let units: Int
    package let unitCost: Int
    private let input: FeatureMap
    private let inputNormaliser: InstanceNormaliser?
    private let weights: PackedWeights
    /// Those of the weights' precision.
    let kernels: ProductKernels
    private let output: FeatureMap
    private let rows: MirrorTable
    private let columns: MirrorTable
    private let tilesPerUnit: Int

    /// - Parameters:
    ///   - input: read through `normaliser` and a ReLU if there is one.
    ///   - weights: made by `PackedWeights.winograd` for the engine's instruction set; in their
    ///     precision the layer computes.
    ///   - output: as high and wide as `input`.
    package init(
        _ input: FeatureMap, through inputNormaliser: InstanceNormaliser? = nil, weights: PackedWeights,
        to output: FeatureMap, on engine: Engine
    ) throws(EngineError) {
        precondition(input.channels == weights.inputs && output.channels == weights.outputs)
        precondition(input.height == output.height && input.width == output.width)
        let down = (input.height + Self.tileOutputs - 1) / Self.tileOutputs
        let across = (input.width + Self.tileOutputs - 1) / Self.tileOutputs
        tilesPerUnit = Self.tilesPerUnit(tiles: down * across, blocks: input.blocks + output.blocks)
        units = (down * across + tilesPerUnit - 1) / tilesPerUnit
        unitCost =
            KernelWinogradPoints * tilesPerUnit * ChannelBlock.padded(input.channels)
            * ChannelBlock.padded(output.channels)
        rows = MirrorTable(border: 1, count: Self.tileOutputs * down + 2, extent: input.height)
        columns = MirrorTable(border: 1, count: Self.tileOutputs * across + 2, extent: input.width)
        normaliser = try InstanceNormaliser(channels: output.channels, units: units)
        self.input = input
        self.inputNormaliser = inputNormaliser
        self.weights = weights
        kernels = try engine.productKernels(weights.precision)
        self.output = output
        try engine.reserve(winograd_scratch(input.blocks, output.blocks, tilesPerUnit))
    }

    package func run(on engine: Engine, units: Range<Int>) {
        run(kernels.winograd, on: engine, units: units)
    }

    /// Runs a kernel that takes the description of a Winograd layer.
    func run(_ kernel: LayerKernel, on engine: Engine, units: Range<Int>) {
        let layer = WinogradLayer(
            input: input.view, output: output.view, activation: inputNormaliser?.activation ?? ChannelActivation(),
            rows: rows.indices, columns: columns.indices, weights: weights.values, moments: normaliser.moments,
            tiles_per_unit: tilesPerUnit, scratch: engine.scratch.values,
            scratch_per_thread: engine.scratchPerThread)
        engine.run(kernel, layer, units: units)
    }

    /// As many tiles as the cache holds, then about so few that 2, 3 or 4 threads share the units evenly, in whole runs
    /// of the inner loop. Independent of the number of threads, and so is what comes out.
    private static func tilesPerUnit(tiles: Int, blocks: Int) -> Int {
        let tileBytes =
            KernelWinogradPoints * blocks * ChannelBlock.count * MemoryLayout<Float>.stride
        let most = max(tilesAtOnce, tileBudget / tileBytes)
        let units = (tiles + most - 1) / most
        let evenUnits = (units + 11) / 12 * 12
        let even = (tiles + evenUnits - 1) / evenUnits
        return max(1, (even + tilesAtOnce / 2) / tilesAtOnce) * tilesAtOnce
    }
}
