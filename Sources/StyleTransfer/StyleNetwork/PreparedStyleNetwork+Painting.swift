import Imaging
import Networks

extension PreparedStyleNetwork {
    /// Paints a picture over itself, once, in as little memory as it takes: 72 bytes for each pixel beside the picture
    /// with the network that ships, where a `StyleNetworkSession` keeps 120. The result is the session's to the last bit.
    ///
    /// - Parameters:
    ///   - picture: the photograph; receives the pastiche in its planes, if they are not shared with another picture in
    ///     place. Its opacity stays.
    ///   - conditioning: a mix of this network's rows.
    ///   - threads: 0 for one on each core.
    ///   - precision: as for a session.
    ///   - progress: called every few milliseconds with the share done, 0...1; if it answers false,
    ///     `PaintingError.cancelled` is thrown and `picture` holds anything.
    /// - Throws: `EngineError`, `PaintingError.cancelled`.
    public func repaint(
        _ picture: inout Picture, as conditioning: Conditioning, threads: Int = 0,
        precision: Precision = .single, progress: (Double) -> Bool = { _ in true }
    ) throws {
        try repaint(
            &picture, as: conditioning, threads: threads, precision: precision, fullSizeMaps: .bySize,
            progress: progress)
    }

    /// - Parameter rowsAtOnce: how many rows of the maps of full size are computed at a time; nil for all.
    package func repaint(
        _ picture: inout Picture, as conditioning: Conditioning, threads: Int, precision: Precision = .single,
        rowsAtOnce: Int?, progress: (Double) -> Bool = { _ in true }
    ) throws {
        try repaint(
            &picture, as: conditioning, threads: threads, precision: precision,
            fullSizeMaps: rowsAtOnce.map { .inParts(rowsAtOnce: $0) } ?? .whole, progress: progress)
    }

    private func repaint(
        _ picture: inout Picture, as conditioning: Conditioning, threads: Int, precision: Precision,
        fullSizeMaps: StyleNetworkLayout.FullSizeMaps, progress: (Double) -> Bool
    ) throws {
        let (width, height) = (picture.width, picture.height)
        try precision.check(on: instructionSet)
        let engine = try Engine(instructionSet: instructionSet, threads: threads)
        let layout = StyleNetworkLayout(
            architecture, width: width, height: height, threads: engine.threads, fullSizeMaps: fullSizeMaps)
        try checkMemory(floats: layout.once)
        let arena = try KernelMemory(count: layout.once)
        let content = try FeatureMap(
            channels: architecture.featureWidth, height: layout.height / StyleNetworkArchitecture.reduction,
            width: layout.width / StyleNetworkArchitecture.reduction, part: (arena, 0))
        let encoder = try StyleNetworkEncoderPlan(
            width: width, height: height, layout: layout, network: self, to: content, in: (arena, layout.features),
            on: engine)
        let frame = try StyleNetworkFramePlan(
            content: content, width: width, height: height, layout: layout, network: self,
            precision: precision, in: .once(arena), on: engine)
        let cost = Double(encoder.cost + frame.cost)
        guard encoder.run(reading: picture.samples, on: engine, progress: { progress(Double($0) / cost) }) else {
            throw PaintingError.cancelled
        }
        try frame.paint(conditioning, into: &picture.samples, on: engine) {
            progress(Double(encoder.cost + $0) / cost)
        }
    }
}
