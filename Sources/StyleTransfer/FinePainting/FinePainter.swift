import Foundation
import Imaging
import Networks

/// Paints a picture by optimisation: slow, and the best there is (Gatys et al. 2016).
///
/// From coarse to fine: the painting is begun small, where its large shapes cost little, and each size begins with the
/// one before, twice as long (Gatys et al. 2017). The same picture for the same number of threads on the same machine.
public struct FinePainter: Sendable {
    public let settings: FineSettings
    /// The painting's size.
    public let size: PictureSize
    /// Where the painting will start.
    public let start: FineSettings.Start
    private let photograph: Picture
    let styles: [FineStyle]
    let perceptual: PerceptualWeights
    private let library: StyleLibrary
    private let threads: Int
    let scales: [PaintingScale]

    /// - Parameters:
    ///   - photograph: painted at the size it has. Its opacity becomes the painting's.
    ///   - styles: at least one, with a weight.
    ///   - perceptual: the network that judges.
    ///   - library: whose network paints what a painting may start from.
    ///   - threads: 0 for all cores.
    /// - Throws: `FineError`, `PerceptualError`, `PaintingError` for a style that the library lacks; `EngineError` if
    ///   the painting would need more memory than there is.
    public init(
        photograph: Picture, styles: [FineStyle], settings: FineSettings = .init(), perceptual: PerceptualWeights,
        library: StyleLibrary, threads: Int = 0
    ) throws {
        try settings.validate()
        guard !styles.isEmpty else { throw FineError.noStyle }
        let counting = styles.filter { $0.weight > 0 && $0.weight.isFinite }
        guard !counting.isEmpty else { throw FineError.noWeight }
        for id in counting.compactMap(\.knownAs) { _ = try library.requireStyle(id) }
        let isKnown = counting.allSatisfy { $0.knownAs != nil }
        start = settings.start ?? (isKnown ? .pastiche : .photograph)
        if start == .pastiche, counting.allSatisfy({ $0.knownAs == nil }) { throw FineError.noPastiche }
        size = photograph.size
        scales = PaintingScale.scales(
            to: photograph.size, stroke: settings.stroke, sizes: settings.sizes, iterations: settings.iterations)
        self.photograph = photograph
        self.styles = counting
        self.settings = settings
        self.perceptual = perceptual
        self.library = library
        self.threads = threads
        try checkSizes()
        try checkMemory()
    }

    /// Paints.
    ///
    /// - Parameter progress: called after every iteration, with a function that makes a picture of where the painting
    ///   stands; if it answers false, the painting ends as it is then.
    /// - Throws: `PaintingError.cancelled` if it was to end before the first iteration was done;
    ///   `FineError.undefined`, `EngineError`.
    public func paint(
        progress: (FineProgress, () -> Picture) -> Bool = { _, _ in true }
    ) throws -> FinePainting {
        let begin = ContinuousClock.now
        var remaining = RemainingTime()
        func task(_ share: Double) -> TaskProgress {
            remaining.progress(share: share, after: (ContinuousClock.now - begin) / .seconds(1))
        }

        let cost = scales.reduce(0) { $0 + $1.cost }
        var costDone = 0.0
        var evaluations = 0
        var result = FinePainting(picture: photograph, losses: nil, iterations: 0, isComplete: false)
        func isWanted(before scale: PaintingScale, _ picture: Picture) -> Bool {
            let now = FineProgress(
                task: task(costDone / cost), losses: nil, iteration: result.iterations,
                iterations: settings.iterations, evaluations: evaluations, size: scale.size)
            return progress(now) { finished(picture) }
        }

        let original = try startPicture { scales.first.map { isWanted(before: $0, photograph) } ?? true }
        var current = original
        for scale in scales {
            guard isWanted(before: scale, current) else { break }
            var loss = try objective(at: scale)
            let (width, height) = (scale.size.width, scale.size.height)
            var samples = beginning(at: scale.size, after: current, from: original).samples
            let reached = try minimise(&loss, from: &samples, iterations: scale.iterations) { step, samples in
                let share = (costDone + scale.cost * Double(step.iteration) / Double(scale.iterations)) / cost
                let now = FineProgress(
                    task: task(share), losses: step.losses, iteration: result.iterations + step.iteration,
                    iterations: settings.iterations, evaluations: evaluations + step.evaluations, size: scale.size)
                return progress(now) { finished(Picture(width: width, height: height, samples: samples)) }
            }
            if reached.ending == .undefined, reached.iterations == 0 { throw FineError.undefined }
            current = Picture(width: width, height: height, samples: samples)
            costDone += scale.cost
            evaluations += reached.evaluations
            result.iterations += reached.iterations
            result.losses = reached.losses
            if reached.ending == .cancelled { break }
            result.isComplete = scale == scales.last
        }
        guard result.iterations > 0 || result.isComplete else { throw PaintingError.cancelled }
        result.picture = finished(current)
        return result
    }

    private func minimise(
        _ loss: inout GatysLoss, from samples: inout [Float], iterations: Int,
        progress: (OptimisationStep<GatysLosses>, [Float]) -> Bool
    ) throws -> Optimisation<GatysLosses> {
        switch settings.method {
        case .lbfgs:
            // A first step of a fiftieth of the range in the mean over all samples.
            let optimiser = LBFGS(firstStep: 0.02 * Double(samples.count).squareRoot(), bounds: .samples)
            return try optimiser.minimise(&loss, from: &samples, iterations: iterations, progress: progress)
        case .adam:
            // A sample's gradient is about 1 over their number, far below what the usual epsilon is made for.
            let optimiser = Adam(
                rate: 0.02, lastShare: 0.05, epsilon: 1e-6 / Double(samples.count), bounds: .samples)
            return try optimiser.minimise(&loss, from: &samples, iterations: iterations, progress: progress)
        }
    }

    /// The losses of paintings of a size. Strokes keep their place in the painting, so that what was painted coarsely
    /// is already right: the styles shrink as it does.
    func objective(at scale: PaintingScale) throws -> GatysLoss {
        let statistics = try StyleStatistics(
            of: styles, stroke: stroke(at: scale), layers: settings.layers.layers, weights: perceptual,
            threads: threads)
        return try GatysLoss(
            photograph: photograph.resized(width: scale.size.width, height: scale.size.height),
            grams: statistics.grams, settings: settings, perceptual: perceptual, threads: threads)
    }

    func stroke(at scale: PaintingScale) -> Float {
        settings.stroke * Float(scale.share)
    }

    private func beginning(at size: PictureSize, after picture: Picture, from original: Picture) -> Picture {
        start == .noise || picture.size == original.size
            ? picture.resized(width: size.width, height: size.height)
            : picture.enlarged(to: size, withDetailOf: original)
    }

    private func startPicture(isWanted: () -> Bool) throws -> Picture {
        switch start {
        case .photograph: return photograph
        case .noise: return .noise(scales.first?.size ?? size, seed: settings.seed)
        case .pastiche:
            let parts = styles.compactMap { style in
                style.knownAs.map { Recipe.Part(style: $0, weight: style.weight) }
            }
            return try Painter.paintOnce(
                photograph, Recipe(parts: parts, stroke: settings.stroke), library: library, threads: threads
            ) { _ in isWanted() }
        }
    }

    /// A picture of any size as the painting.
    private func finished(_ picture: Picture) -> Picture {
        var result = Picture(width: picture.width, height: picture.height, samples: picture.samples)
            .resized(width: size.width, height: size.height)
        result.alpha = photograph.alpha
        return result
    }
}
