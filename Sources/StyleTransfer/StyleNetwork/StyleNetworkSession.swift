import Imaging
import Networks

/// Paints one photograph at one size in changing mixes: the fast path of a style network.
///
/// What does not depend on the style is computed once, in `init`: the content features and the first residual
/// convolution. All memory is there then: painting allocates nothing. Not `Sendable`: one thread paints.
///
/// The pictures are the same to the last bit for any number of threads; between instruction sets and
/// precisions they differ by rounding.
public final class StyleNetworkSession {
    public let width: Int
    public let height: Int
    /// What paints; other passes over the picture may run on it between paintings.
    let engine: Engine
    private let plan: StyleNetworkFramePlan

    /// The kernels that paint.
    public var instructionSet: InstructionSet { engine.instructionSet }
    public var threads: Int { engine.threads }
    /// In which products are computed.
    public let precision: Precision

    /// - Parameters:
    ///   - network: shared by sessions; preparing it takes about as long as a frame.
    ///   - photograph: painted at the size it has.
    ///   - threads: 0 for one on each core.
    ///   - precision: of what is painted again for every mix; the content features are in single precision always.
    /// - Throws: `EngineError`, also if this machine does not have the precision.
    public init(
        network: PreparedStyleNetwork, photograph: Picture, threads: Int = 0, precision: Precision = .single
    ) throws {
        self.precision = precision
        try precision.check(on: network.instructionSet)
        width = photograph.width
        height = photograph.height
        engine = try Engine(instructionSet: network.instructionSet, threads: threads)
        let layout = StyleNetworkLayout(
            network.architecture, width: width, height: height, threads: engine.threads)
        try network.checkMemory(floats: layout.session)
        let content = try FeatureMap(
            channels: network.architecture.featureWidth, height: layout.height / StyleNetworkArchitecture.reduction,
            width: layout.width / StyleNetworkArchitecture.reduction)
        // The maps of a frame take the place of the encoder's.
        let memory = try KernelMemory(count: max(layout.encoder, layout.liveFrame))
        let encoder = try StyleNetworkEncoderPlan(
            width: width, height: height, layout: layout, network: network, to: content, in: (memory, 0), on: engine)
        _ = encoder.run(reading: photograph.samples, on: engine)
        memory.release(keeping: layout.liveFrame)
        plan = try StyleNetworkFramePlan(
            content: content, width: width, height: height, layout: layout, network: network,
            precision: precision, in: .live(memory), on: engine)
    }

    /// A session with weights of its own.
    ///
    /// - Parameter instructionSet: nil for the one that the environment asks for, or else the best.
    public convenience init(
        weights: StyleNetworkWeights, photograph: Picture, threads: Int = 0, instructionSet: InstructionSet? = nil,
        precision: Precision = .single
    ) throws {
        try self.init(
            network: PreparedStyleNetwork(weights, instructionSet: instructionSet), photograph: photograph,
            threads: threads, precision: precision)
    }

    /// Paints the photograph.
    ///
    /// - Parameters:
    ///   - conditioning: a mix of this network's rows.
    ///   - picture: receives the pastiche in its planes; its opacity stays. Its storage is used again if it has the
    ///     photograph's size and shares it with no other.
    ///   - progress: called every few milliseconds with the share done, 0...1; if it answers false,
    ///     `PaintingError.cancelled` is thrown and `picture` holds anything.
    public func paint(
        _ conditioning: Conditioning, into picture: inout Picture, progress: (Double) -> Bool = { _ in true }
    ) throws {
        if picture.width != width || picture.height != height {
            picture = Picture(width: width, height: height)
        }
        let cost = Double(plan.cost)
        try plan.paint(conditioning, into: &picture.samples, on: engine) { progress(Double($0) / cost) }
    }
}
