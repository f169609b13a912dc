import Networks
import StyleTransfer

/// Times the kernels of one instruction set and precision on one core, in the layers that the shipped network has for a picture of
/// a size, beside the most that the core can multiply and add.
struct KernelBenchmark {
    /// A kernel's work in one layer.
    private struct Task {
        let name: String
        /// Multiplications and additions that the algorithm asks for, without those on the channels that fill up a
        /// block; nil where the work is moving rather than computing.
        let operations: Int?
        /// How often a whole frame, or the preparation of a photograph, goes through such a layer.
        let count: Int
        let run: () -> Void
    }

    /// Rounds of the loop that finds the peak: a millisecond or less.
    private static let peakRounds = 200_000

    private let set: InstructionSet
    private let precision: Precision
    private let engine: Engine
    private let tasks: [Task]

    /// - Parameters:
    ///   - size: the side of the picture, a multiple of 4.
    ///   - precision: of live layers; the others are in single precision and only timed with it.
    init(weights: StyleNetworkWeights, size: Int, set: InstructionSet, precision: Precision) throws {
        self.set = set
        self.precision = precision
        let engine = try Engine(instructionSet: set, threads: 1)
        self.engine = engine
        let architecture = weights.architecture
        var tasks: [Task] = []

        var map = try FeatureMap(channels: architecture.encoderWidths[0], height: size, width: size)
        let first = weights.encoder[0].convolution
        let stem = try StemConvolution(
            height: size, width: size, weights: .stem(first, for: set), to: map, on: engine)
        let samples = (0..<3 * size * size).map { Float($0 % 251) / 250 }
        tasks.append(
            Task(name: "stem", operations: stem.operations, count: 1) {
                stem.reading(samples) { stem.run(on: engine) }
            })
        for (index, stage) in weights.encoder.enumerated().dropFirst() {
            let next = try FeatureMap(
                channels: stage.convolution.outputs, height: map.height / stage.stride,
                width: map.width / stage.stride)
            map.fillForMeasurement()
            let layer = try DirectConvolution(
                map, weights: .direct(stage.convolution, for: set), stride: stage.stride, to: next, on: engine)
            tasks.append(
                Task(name: "stride 2, \(index)", operations: layer.operations, count: 1) { layer.run(on: engine) })
            map = next
        }
        map.fillForMeasurement()

        if let block = weights.residual.first {
            let next = try FeatureMap(channels: map.channels, height: map.height, width: map.width)
            let layer = try WinogradConvolution(
                map, weights: .winograd(block.first, for: set, precision: precision), to: next, on: engine)
            layer.run(on: engine)
            let count = 2 * weights.residual.count
            let products = layer.operations
            tasks += [
                Task(name: "Winograd, whole", operations: products, count: count) { layer.run(on: engine) },
                Task(name: "Winograd, input transform", operations: nil, count: count) {
                    layer.run(.inputTransform, on: engine)
                },
                Task(name: "Winograd, multiply", operations: products, count: count) {
                    layer.run(.products, on: engine)
                },
                Task(name: "Winograd, output transform", operations: nil, count: count) {
                    layer.run(.outputTransform, on: engine)
                },
            ]
            let addition = ElementwisePass(adding: next, by: layer.normaliser, to: map, giving: map)
            tasks.append(
                Task(name: "residual addition", operations: nil, count: weights.residual.count) {
                    addition.run(on: engine)
                })
        }
        for (index, convolution) in weights.upsampling.enumerated() {
            let next = try FeatureMap(
                channels: convolution.outputs, height: 2 * map.height, width: 2 * map.width)
            let layer = try UpsamplingConvolution(
                map, weights: .upsampling(convolution, for: set, precision: precision), to: next, on: engine)
            let operations = layer.operations
            tasks += [
                Task(name: "upsampling \(index + 1), whole", operations: operations, count: 1) {
                    layer.run(on: engine)
                },
                Task(name: "upsampling \(index + 1), multiply", operations: operations, count: 1) {
                    layer.runProducts(on: engine)
                },
            ]
            layer.run(on: engine)
            map = next
        }
        let tail = try PictureConvolution(
            map, weights: PictureConvolution.packed(weights.output, for: set, precision: precision),
            bias: weights.output.bias,
            height: size, width: size, on: engine)
        tasks.append(
            Task(name: "tail", operations: tail.operations, count: 1) {
                var picture = samples
                tail.painting(&picture) { tail.run(on: engine) }
            })
        self.tasks = tasks
    }

    /// Times all kernels in turns, the peak before each of them, so that what else the machine does meets them alike.
    ///
    /// - Parameter seconds: after that time no further turn is begun; there are three at least.
    func report(seconds: Double) throws -> KernelReport {
        let clock = ContinuousClock()
        let begin = clock.now
        var peak = 0.0
        var times = [[Double]](repeating: [], count: tasks.count)
        while times[0].count < 3 || begin.duration(to: clock.now) < .seconds(seconds) {
            for (index, task) in tasks.enumerated() {
                // The engine's one thread is this one.
                let start = ProcessorTime.ofThread
                let operations = try set.multiplyAndAdd(rounds: Self.peakRounds, precision: precision)
                peak = max(peak, Double(operations) / (ProcessorTime.ofThread - start) / 1e6)
                if times[index].isEmpty { task.run() }
                let run = ProcessorTime.ofThread
                task.run()
                times[index].append(ProcessorTime.ofThread - run)
            }
        }
        let kernels = zip(tasks, times).map { task, times in
            KernelReport.Kernel(
                name: task.name, count: task.count, times: times.sorted(), operations: task.operations, peak: peak)
        }
        return KernelReport(kernels: set.rawValue, precision: precision.rawValue, peak: peak, parts: kernels)
    }
}

extension FeatureMap {
    /// Values as layers see them: of changing sign and of the order of 1.
    fileprivate func fillForMeasurement() {
        var tensor = Tensor(shape: [channels, height, width])
        for index in tensor.values.indices { tensor.values[index] = Float((index &* 7919) % 509) / 254 - 1 }
        self.tensor = tensor
    }
}
