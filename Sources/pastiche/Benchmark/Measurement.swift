/// How long something takes: the fastest run says what the processor can do, the middle one what to expect.
struct Measurement: Encodable {
    /// Milliseconds.
    let minimum: Double
    let median: Double
    let maximum: Double
    let repetitions: Int

    private static let limits = 3...200

    /// Runs a task once to warm up, then again and again, three times at least.
    ///
    /// - Parameter seconds: after that time no further run is begun.
    init(seconds: Double, of task: () throws -> Void) rethrows {
        let clock = ContinuousClock()
        self = try .collected(seconds: seconds) {
            let start = clock.now
            try task()
            return start.duration(to: clock.now).milliseconds
        }
    }

    /// Likewise, with a task that itself answers how many milliseconds what matters of it took.
    static func collected(seconds: Double, from task: () throws -> Double) rethrows -> Measurement {
        let clock = ContinuousClock()
        _ = try task()
        let begin = clock.now
        var times: [Double] = []
        while times.count < Self.limits.lowerBound
            || times.count < Self.limits.upperBound && begin.duration(to: clock.now) < .seconds(seconds)
        {
            times.append(try task())
        }
        return Measurement(times: times.sorted())
    }

    /// - Parameter times: sorted, one at least.
    private init(times: [Double]) {
        minimum = times[0]
        median = times[times.count / 2]
        maximum = times[times.count - 1]
        repetitions = times.count
    }
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
    }
}
