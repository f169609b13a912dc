import Imaging
import Networks
import StyleTransfer

/// Times every layer of the network for a photograph of one size, in its place between the others, on one core.
///
/// One, because the system adds up the processor time of threads that run only every few milliseconds, which is longer
/// than a layer takes.
struct LayerBenchmark {
    /// Rounds of the loop that finds the peak: a millisecond or less.
    private static let peakRounds = 200_000

    private let network: MeasuredStyleNetwork
    private let set: InstructionSet
    private let precision: Precision
    private let conditioning: Conditioning
    private let photograph: Picture

    /// - Parameters:
    ///   - photograph: at the size that is timed.
    ///   - precision: of the layers of a frame; the encoder and the first residual convolution are in single precision.
    init(photograph: Picture, library: StyleLibrary, precision: Precision) throws {
        network = try MeasuredStyleNetwork(
            network: library.network(), photograph: photograph, threads: 1, precision: precision)
        set = try library.network().instructionSet
        self.precision = precision
        self.photograph = photograph
        conditioning = try library.weights.conditioning(rows: [(row: 0, weight: 1)])
    }

    /// Paints again and again, the peak of each precision measured before each time.
    ///
    /// - Parameter seconds: after that time no further picture is begun; there are three at least.
    func report(seconds: Double) throws -> LayerReport {
        let clock = ContinuousClock()
        let begin = clock.now
        var picture = photograph
        var peaks: [Precision: Double] = [:]
        var times = [[Double]](repeating: [], count: network.layers.count)
        // The first picture only warms up.
        for turn in 0... {
            guard turn <= 3 || begin.duration(to: clock.now) < .seconds(seconds) else { break }
            for precision in Set([.single, self.precision]) {
                let start = ProcessorTime.ofThread
                let operations = try set.multiplyAndAdd(rounds: Self.peakRounds, precision: precision)
                let speed = Double(operations) / (ProcessorTime.ofThread - start) / 1e6
                peaks[precision] = max(peaks[precision] ?? 0, speed)
            }
            network.paint(conditioning, into: &picture) { layer, run in
                let start = ProcessorTime.ofThread
                run()
                if turn > 0 { times[layer].append(ProcessorTime.ofThread - start) }
            }
        }
        return LayerReport(
            kernels: set.rawValue, precision: precision.rawValue, width: photograph.width,
            height: photograph.height,
            layers: zip(network.layers, times).map { layer, times in
                let precision = layer.part == .frame ? self.precision : .single
                return LayerReport.Layer(
                    name: layer.name, isOfFrame: layer.part == .frame, times: times.sorted(),
                    operations: layer.operations, peak: peaks[precision] ?? 0)
            })
    }
}
