/// The times of a live frame's parts at several sizes; the keys of its JSON stay.
struct BenchmarkReport: Encodable {
    /// One size.
    struct Size: Encodable {
        let width: Int
        let height: Int
        let parts: [Part]
    }

    /// One part; times in milliseconds.
    struct Part: Encodable {
        let name: String
        let minimum: Double
        let median: Double
        let repetitions: Int

        init(_ part: BenchmarkPart, _ measurement: Measurement) {
            name = part.rawValue
            minimum = measurement.minimum
            median = measurement.median
            repetitions = measurement.repetitions
        }
    }

    let kernels: String
    let threads: Int
    let sizes: [Size]
}

/// What is timed, by its name in JSON.
enum BenchmarkPart: String, CaseIterable {
    /// Once for each photograph and size: content features.
    case prepare
    /// Gamma and beta of the styles into one set.
    case mix
    /// The residual blocks and the decoder.
    case paint
    /// Encoding for a terminal with sixel while a slider moves.
    case sixel
    /// Mix, paint and sixel in one go.
    case liveFrame = "live-frame"
    /// The same, and written to a terminal that reads at once.
    case writtenFrame = "written-frame"
    /// Encoding for a terminal without sixel.
    case blocks
    /// Encoding for a terminal with sixel once the slider rests.
    case settledSixel = "settled-sixel"

    /// What people read.
    var title: String {
        switch self {
        case .prepare: "photograph prepared"
        case .mix: "styles mixed"
        case .paint: "painted"
        case .sixel: "sixel, moving"
        case .liveFrame: "live frame, key to bytes"
        case .writtenFrame: "live frame, written"
        case .blocks: "blocks"
        case .settledSixel: "sixel, settled"
        }
    }
}
