import Networks
import Testing

/// Layers that take turns over a map of which only some rows are in memory, against the same layers with a whole map:
/// not a bit may differ.
@Suite struct EngineInterleavingTests {
    /// Smaller and larger than the rows held, with and without whole units.
    private static let sizes = [(1, 5), (3, 2), (31, 9), (64, 13), (97, 21), (203, 6), (260, 17)]

    @Test(arguments: EngineFixtures.instructionSets, [1, 2])
    func stemAndStridedConvolution(set: InstructionSet, stride: Int) throws {
        var generator = SeededGenerator(seed: 21)
        for (height, width) in Self.sizes {
            let picture = EngineFixtures.map(3, height, width, using: &generator)
            let first = EngineFixtures.weights(3, 20, kernel: 9, using: &generator)
            let second = EngineFixtures.weights(20, 33, kernel: 3, using: &generator)
            let affine = EngineFixtures.affine(20, using: &generator)
            func output(rowsAtOnce: Int?, threads: Int) throws -> (map: Tensor, holdsLess: Bool) {
                let engine = try Engine(instructionSet: set, threads: threads)
                let map = try FeatureMap(
                    channels: 20, height: height, width: width,
                    rowsHeld: rowsAtOnce.map { InterleavedLayers.rowsHeld(rowsAtOnce: $0, kernel: 3) })
                let output = try FeatureMap(
                    channels: 33, height: (height + stride - 1) / stride, width: (width + stride - 1) / stride)
                let stem = try StemConvolution(
                    height: height, width: width, weights: .stem(first, for: set), to: map, on: engine)
                let reader = try DirectConvolution(
                    map, through: stem.normaliser, weights: .direct(second, for: set), stride: stride, to: output,
                    on: engine)
                stem.reading(picture.values) {
                    stem.run(on: engine)
                    stem.normaliser.update(gamma: affine.gamma, beta: affine.beta, range: affine.gamma.indices)
                    let layer: any Layer =
                        if let rowsAtOnce {
                            InterleavedLayers(stem, reader, rowsAtOnce: rowsAtOnce, kernel: 3)
                        } else { reader }
                    for unit in 0..<layer.units where unit % 3 == 0 {
                        layer.run(on: engine, units: unit..<min(unit + 3, layer.units))
                    }
                }
                return (output.tensor, !map.isWhole)
            }
            let expected = try output(rowsAtOnce: nil, threads: 1)
            #expect(!expected.holdsLess)
            for (rowsAtOnce, threads) in [(1, 1), (1, 3), (48, 2), (1000, 2)] {
                let parts = try output(rowsAtOnce: rowsAtOnce, threads: threads)
                #expect(parts.map == expected.map, "\(height) \(width) \(rowsAtOnce)")
                #expect(parts.holdsLess == (height > (rowsAtOnce == 1 ? 64 : 2 * rowsAtOnce)))
            }
        }
    }

    @Test(arguments: EngineFixtures.instructionSets, [(3, 9), (3, 3), (12, 3)])
    func upsamplingAndPicture(set: InstructionSet, tail: (outputs: Int, kernel: Int)) throws {
        var generator = SeededGenerator(seed: 22)
        let scale = tail.outputs == 12 ? 4 : 2
        for (height, width) in Self.sizes {
            let input = EngineFixtures.map(17, height, width, using: &generator)
            let first = EngineFixtures.weights(17, 20, kernel: 3, using: &generator)
            let second = EngineFixtures.weights(20, tail.outputs, kernel: tail.kernel, bias: true, using: &generator)
            let affine = EngineFixtures.affine(20, using: &generator)
            let (rows, columns) = (scale * height - 1, scale * width)
            func picture(rowsAtOnce: Int?, threads: Int) throws -> [Float] {
                let engine = try Engine(instructionSet: set, threads: threads)
                let map = try FeatureMap(
                    channels: 20, height: 2 * height, width: 2 * width,
                    rowsHeld: rowsAtOnce.map { InterleavedLayers.rowsHeld(rowsAtOnce: $0, kernel: tail.kernel) })
                let upsampling = try UpsamplingConvolution(
                    EngineFixtures.featureMap(input), weights: .upsampling(first, for: set), to: map, on: engine)
                let reader = try PictureConvolution(
                    map, through: upsampling.normaliser, weights: PictureConvolution.packed(second, for: set),
                    bias: second.bias, height: rows, width: columns, on: engine)
                upsampling.run(on: engine)
                upsampling.normaliser.update(gamma: affine.gamma, beta: affine.beta, range: affine.gamma.indices)
                var samples = [Float](repeating: .nan, count: 3 * rows * columns)
                reader.painting(&samples) {
                    if let rowsAtOnce {
                        InterleavedLayers(upsampling, reader, rowsAtOnce: rowsAtOnce, kernel: tail.kernel)
                            .run(on: engine)
                    } else {
                        reader.run(on: engine)
                    }
                }
                return samples
            }
            let expected = try picture(rowsAtOnce: nil, threads: 1)
            #expect(expected.allSatisfy { $0.isFinite })
            for (rowsAtOnce, threads) in [(1, 1), (1, 3), (48, 2)] {
                #expect(try picture(rowsAtOnce: rowsAtOnce, threads: threads) == expected, "\(height) \(width)")
            }
        }
    }
}
