import Networks

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
        let maximum: Double
        let repetitions: Int

        init(_ part: BenchmarkPart, _ measurement: Measurement) {
            name = part.rawValue
            minimum = measurement.minimum
            median = measurement.median
            maximum = measurement.maximum
            repetitions = measurement.repetitions
        }
    }

    let kernels: String
    /// The precision of the studio's live frames.
    let livePrecision: String
    let threads: Int
    let sizes: [Size]
}

/// What is timed, by its name in JSON.
enum BenchmarkPart: String, CaseIterable {
    /// Once for each photograph and size: content features.
    case prepare
    /// Gamma and beta of the styles into one set.
    case mix
    /// The residual blocks and the decoder, in single precision.
    case paint
    /// The same in bf16, where the processor has it.
    case paintBrainFloat = "paint-bf16"
    /// In single precision, with the photograph's colours kept by place.
    case paintKeepingColours = "paint-keeping-colours"
    /// From a random moment of painting in single precision, at which the frame is no longer wanted, to its end.
    case cancel
    /// The same in bf16.
    case cancelBrainFloat = "cancel-bf16"
    /// Encoding for a terminal with sixel while a slider moves.
    case sixel
    /// Mix, paint and sixel in one go, in single precision.
    case liveFrame = "live-frame"
    /// The same in bf16.
    case liveFrameBrainFloat = "live-frame-bf16"
    /// A live frame in single precision, and written to a terminal that reads at once.
    case writtenFrame = "written-frame"
    /// The same in bf16.
    case writtenFrameBrainFloat = "written-frame-bf16"
    /// Encoding for a terminal without sixel.
    case blocks
    /// Encoding for a terminal with sixel once the slider rests.
    case settledSixel = "settled-sixel"

    /// The precision that the part paints in.
    var precision: Precision {
        switch self {
        case .paintBrainFloat, .cancelBrainFloat, .liveFrameBrainFloat, .writtenFrameBrainFloat: .brainFloat
        default: .single
        }
    }

    /// What people read.
    var title: String {
        switch self {
        case .prepare: "photograph prepared"
        case .mix: "styles mixed"
        case .paint: "painted, fp32"
        case .paintBrainFloat: "painted, bf16"
        case .paintKeepingColours: "painted, colours kept"
        case .cancel: "cancelled, fp32"
        case .cancelBrainFloat: "cancelled, bf16"
        case .sixel: "sixel, moving"
        case .liveFrame: "live frame, fp32"
        case .liveFrameBrainFloat: "live frame, bf16"
        case .writtenFrame: "written frame, fp32"
        case .writtenFrameBrainFloat: "written frame, bf16"
        case .blocks: "blocks"
        case .settledSixel: "sixel, settled"
        }
    }
}
