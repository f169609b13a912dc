import Foundation
import Studio
import StyleTransfer

/// Times the studio itself: from a key to the first byte that it changes on the terminal, and to the whole picture.
struct LatencyBenchmark {
    /// Keys that always change only text: Tab, and Tab with shift.
    private static let textKeys = ["\t", "\u{1B}[Z"]
    /// Keys that move a slider there and back, so that the picture follows.
    private static let sliderKeys = ["[", "]"]
    /// After a slider has moved, the picture at rest is painted and sent again: a key shall not fall into that.
    private static let rest = Duration.milliseconds(800)
    private static let patience = Duration.seconds(10)

    let library: StyleLibrary
    let presses: Int
    let threads: Int
    let seed: UInt64

    func report() throws -> LatencyReport {
        let mix = library.styles.prefix(3).map { $0.id + "=0.5" }.joined(separator: ",")
        let studio = try StudioUnderTest(arguments: ["--mix", mix, "--threads", "\(threads)"])
        var first = PictureEnd()
        while let arrival = try studio.next(within: Self.patience), !first.takes(arrival.bytes) {}
        try studio.waitForQuiet(.seconds(1))
        var chance = SeededGenerator(seed: seed)
        var text: [Double] = []
        var slider: [Double] = []
        var pictures: [Double] = []
        for _ in 0..<presses {
            let moves = Bool.random(using: &chance)
            let key =
                moves ? Self.sliderKeys[slider.count % 2] : Self.textKeys.randomElement(using: &chance) ?? "\t"
            let times = try time(key, of: studio, withPicture: moves)
            if moves { slider.append(times.first) } else { text.append(times.first) }
            if let picture = times.picture { pictures.append(picture) }
            try studio.waitForQuiet(moves ? Self.rest : .milliseconds(40))
        }
        return LatencyReport(
            presses: presses, seed: seed, firstByte: Percentiles(text + slider), textKey: Percentiles(text),
            sliderKey: Percentiles(slider), picture: Percentiles(pictures))
    }

    /// Milliseconds from a key to the first byte, and to the last one of the first picture if there is one.
    private func time(
        _ key: String, of studio: StudioUnderTest, withPicture: Bool
    ) throws -> (first: Double, picture: Double?) {
        let start = ContinuousClock.now
        try studio.press(key)
        guard let arrival = try studio.next(within: Self.patience) else { throw LatencyError.silent(key: key) }
        let first = start.duration(to: arrival.time).milliseconds
        var end = PictureEnd()
        var latest: StudioUnderTest.Arrival? = withPicture ? arrival : nil
        while let arrival = latest {
            if end.takes(arrival.bytes) { return (first, start.duration(to: arrival.time).milliseconds) }
            latest = try studio.next(within: Self.patience)
        }
        return (first, nil)
    }
}
