import Networks
import Testing

/// Threads share the work and change nothing about its result.
@Suite struct ThreadPoolTests {
    @Test(arguments: [1, 2, 3, 8])
    func anyNumberOfThreadsComputesTheSame(threads: Int) throws {
        var generator = SeededGenerator(seed: 9)
        let set = InstructionSet.best
        let tensor = EngineFixtures.map(32, 40, 52, using: &generator)
        let weights = EngineFixtures.weights(32, 32, kernel: 3, using: &generator)
        func convolved(threads: Int, runs: Int) throws -> Tensor {
            let engine = try Engine(instructionSet: set, threads: threads)
            #expect(engine.threads == threads)
            let output = try FeatureMap(channels: 32, height: 40, width: 52)
            let layer = try WinogradConvolution(
                EngineFixtures.featureMap(tensor), weights: .winograd(weights, for: set), to: output, on: engine)
            for _ in 0..<runs {
                output.tensor = Tensor(shape: [32, 40, 52], repeating: .nan)
                layer.run(on: engine)
            }
            return output.tensor
        }
        #expect(try convolved(threads: threads, runs: 50) == convolved(threads: 1, runs: 1))
    }

    @Test func partsOfALayerMakeTheWhole() throws {
        var generator = SeededGenerator(seed: 10)
        let engine = try Engine(instructionSet: .best, threads: 2)
        let tensor = EngineFixtures.map(16, 31, 50, using: &generator)
        let weights = EngineFixtures.weights(16, 16, kernel: 3, using: &generator)
        let output = try FeatureMap(channels: 16, height: 62, width: 100)
        let layer = try UpsamplingConvolution(
            EngineFixtures.featureMap(tensor), weights: .upsampling(weights, for: .best), to: output, on: engine)
        layer.run(on: engine)
        let whole = output.tensor
        output.tensor = Tensor(shape: whole.shape)
        for unit in (0..<layer.units).reversed() { layer.run(on: engine, units: unit..<unit + 1) }
        #expect(output.tensor == whole)
    }

    @Test func zeroThreadsMeansAllCores() throws {
        #expect(try Engine(instructionSet: .best, threads: 0).threads >= 1)
    }
}
