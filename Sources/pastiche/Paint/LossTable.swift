import StyleTransfer

/// The losses of a painting after each iteration, as a table for other programs.
struct LossTable {
    private(set) var text = "iteration,evaluations,width,height,seconds,content,style,smoothness,total\n"
    private let begin = ContinuousClock.now

    mutating func append(_ progress: FineProgress) {
        guard let losses = progress.losses else { return }
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        let columns: [any CustomStringConvertible] = [
            progress.iteration, progress.evaluations, progress.size.width, progress.size.height,
            (seconds * 1000).rounded() / 1000, losses.content, losses.style, losses.variation, losses.total,
        ]
        text += columns.map(\.description).joined(separator: ",") + "\n"
    }
}
