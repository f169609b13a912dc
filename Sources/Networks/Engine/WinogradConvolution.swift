import Kernels

/// A 3x3 convolution of stride 1, as a rule with a mirrored border, without its bias, by Winograd's F(4x4, 3x3).
package final class WinogradConvolution: Layer {
    /// Tiles that the inner loop takes together.
    private static let tilesAtOnce = 6
    /// Bytes of transformed tiles that stay in the second-level cache beside the weights that stream through it: of 64
    /// channels 18 tiles, in bf16 24.
    private static let tileBudget = 21 << 14

    package let normaliser: InstanceNormaliser
    package let units: Int
    package let unitCost: Int
    private let input: FeatureMap
    private let inputActivation: (any ActivationSource)?
    private let weights: PackedWeights
    /// Those of the weights' precision.
    let kernels: ProductKernels
    private let output: FeatureMap
    private let grid: TileGrid
    private let tilesPerUnit: Int

    /// - Parameters:
    ///   - input: read through `inputActivation` if there is one.
    ///   - weights: made by `PackedWeights.winograd` for the engine's instruction set; in their
    ///     precision the layer computes.
    ///   - output: as high and wide as `input`.
    ///   - border: how the input goes on.
    package init(
        _ input: FeatureMap, through inputActivation: (any ActivationSource)? = nil, weights: PackedWeights,
        to output: FeatureMap, border: Border = .mirrored, on engine: Engine
    ) throws(EngineError) {
        precondition(input.channels == weights.inputs && output.channels == weights.outputs)
        precondition(input.height == output.height && input.width == output.width)
        precondition(input.isWhole && output.isWhole)
        grid = TileGrid(input, border: border)
        let tiles = grid.down * grid.across
        let operands = input.blocks * ChannelBlock.count / weights.precision.inputsOfProduct
        tilesPerUnit = Self.tilesPerUnit(tiles: tiles, floatsOfPoint: operands + output.blocks * ChannelBlock.count)
        units = (tiles + tilesPerUnit - 1) / tilesPerUnit
        unitCost =
            KernelWinogradPoints * tilesPerUnit * ChannelBlock.padded(input.channels)
            * ChannelBlock.padded(output.channels)
        normaliser = try InstanceNormaliser(channels: output.channels, units: units)
        self.input = input
        self.inputActivation = inputActivation
        self.weights = weights
        kernels = try engine.productKernels(weights.precision)
        self.output = output
        try engine.reserve(winograd_scratch(input.blocks, output.blocks, tilesPerUnit))
    }

    package var operations: Int? {
        2 * KernelWinogradPoints * grid.down * grid.across * input.channels * output.channels
    }

    package func run(on engine: Engine, units: Range<Int>) {
        run(kernels.winograd, on: engine, units: units)
    }

    /// Runs a kernel that takes the description of a Winograd layer.
    func run(_ kernel: LayerKernel, on engine: Engine, units: Range<Int>) {
        var layer = grid.layer(input: input.view, output: output.view, tilesPerRun: tilesPerUnit)
        layer.activation = inputActivation?.activation ?? ChannelActivation()
        layer.weights = weights.values
        layer.moments = normaliser.moments
        layer.scratch = engine.scratch.values
        layer.scratch_per_thread = engine.scratchPerThread
        engine.run(kernel, layer, units: units)
    }

    /// In whole runs of the inner loop and within the cache, as many tiles as let 2, 3 or 4 threads be done first; a unit
    /// costs about a tile beside its own. Independent of the number of threads, and so is what comes out.
    private static func tilesPerUnit(tiles: Int, floatsOfPoint: Int) -> Int {
        let tileBytes = KernelWinogradPoints * floatsOfPoint * MemoryLayout<Float>.stride
        let most = max(tilesAtOnce, tileBudget / tileBytes)
        func cost(_ tilesPerUnit: Int) -> Int {
            let units = (tiles + tilesPerUnit - 1) / tilesPerUnit
            return (2...4).reduce(0) { $0 + (units + $1 - 1) / $1 * $1 * (tilesPerUnit + 1) }
        }
        let choices = stride(from: tilesAtOnce, through: most, by: tilesAtOnce)
        return choices.min { cost($0) < cost($1) } ?? tilesAtOnce
    }
}
