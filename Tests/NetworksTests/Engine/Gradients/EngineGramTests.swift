import Networks
import Testing

/// Gram matrices and their gradients by the engine against the reference's.
@Suite struct EngineGramTests {
    private static let sizes = [(1, 1), (1, 3), (5, 7), (17, 13), (2, 101), (48, 70)]

    @Test(arguments: EngineFixtures.instructionSets)
    func matrices(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 211)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (height, width) in Self.sizes {
            for channels in [1, 16, 20, 80] {
                let (features, expected) = try EngineFixtures.rectified(channels, height, width, using: &generator)
                let product = try GramProduct(of: features, on: engine)
                product.run(on: engine)
                #expect(
                    relativeDifference(product.matrix, expected.gramMatrix()) < 1e-5, "\(channels) \(height) \(width)")
            }
        }
    }

    @Test(arguments: EngineFixtures.instructionSets)
    func gradients(set: InstructionSet) throws {
        var generator = SeededGenerator(seed: 212)
        let engine = try Engine(instructionSet: set, threads: 2)
        for (height, width) in Self.sizes {
            for channels in [1, 16, 20, 80] {
                let (features, rectified) = try EngineFixtures.rectified(channels, height, width, using: &generator)
                let matrix = Tensor(
                    shape: [channels, channels],
                    values: EngineFixtures.map(1, channels, channels, using: &generator).values)
                let expected = matrix.gramMatrixGradient(of: rectified)
                for precision in Precision.allCases where precision.isSupported(by: set) {
                    let tolerance = precision == .single ? 1e-4 : 2e-2
                    let output = try EngineFixtures.gradientMap(channels, height, width)
                    let layer = try GramGradient(of: features, to: output, precision: precision, on: engine)
                    layer.setMatrixGradient(matrix)
                    layer.run(on: engine)
                    #expect(relativeDifference(output.tensor.inside, expected) < tolerance, "\(channels) \(precision)")
                    #expect(output.tensor.margin == Tensor(shape: output.tensor.shape, repeating: 7).margin)
                    expectZeroFill(output)
                    layer.adds = true
                    layer.run(on: engine)
                    #expect(relativeDifference(output.tensor.inside, expected + expected) < tolerance, "\(channels)")
                }
            }
        }
    }

    /// Runs of pixels are the same for any number of threads, and so are the sums.
    @Test(arguments: EngineFixtures.instructionSets)
    func threadsChangeNothing(set: InstructionSet) throws {
        var results: [[Tensor]] = []
        for threads in [1, 2, 3] {
            var generator = SeededGenerator(seed: 213)
            let engine = try Engine(instructionSet: set, threads: threads)
            let (features, _) = try EngineFixtures.rectified(40, 61, 53, using: &generator)
            let product = try GramProduct(of: features, on: engine)
            let output = try EngineFixtures.gradientMap(40, 61, 53)
            let layer = try GramGradient(of: features, to: output, on: engine)
            product.run(on: engine)
            layer.setMatrixGradient(product.matrix)
            layer.run(on: engine)
            results.append([product.matrix, output.tensor])
        }
        #expect(results[0] == results[1] && results[0] == results[2])
    }
}
