import Foundation

extension BenchmarkReport {
    /// A table for each size.
    var text: String {
        let head =
            "\(kernels) kernels, \(threads) \(threads == 1 ? "thread" : "threads"), times in milliseconds, "
            + "live frames in \(livePrecision)\n"
        return sizes.reduce(head) { text, size in
            var table = Table(
                heading: ["\(size.width) x \(size.height)", "FASTEST", "MEDIAN", "SLOWEST", "RUNS"],
                alignments: [.left, .right, .right, .right, .right])
            table.rows = size.parts.map { part in
                let title = BenchmarkPart(rawValue: part.name)?.title ?? part.name
                return [
                    title, rounded(part.minimum), rounded(part.median), rounded(part.maximum), "\(part.repetitions)",
                ]
            }
            return text + "\n" + table.text
        }
    }

    /// Three digits or four: no more than what is repeatable.
    private func rounded(_ milliseconds: Double) -> String {
        let digits = milliseconds < 0.1 ? 4 : milliseconds < 1 ? 3 : milliseconds < 10 ? 2 : 1
        return String(format: "%.\(digits)f", milliseconds)
    }
}
