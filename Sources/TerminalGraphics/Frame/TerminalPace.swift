/// How fast a terminal takes pictures, and how large they may be so that they keep up with the hand.
///
/// Learned from how long it took pictures before: from the first byte written to the terminal's answer to a question
/// behind the last. An answer that takes its time even when little was sent tells of distance, not of width.
public struct TerminalPace: Sendable, Equatable {
    /// What a moving picture may take, in milliseconds.
    public static let patience = 60.0
    /// What a picture at rest may take.
    public static let longPatience = 2000.0
    /// Fewer bytes say nothing of the rate.
    static let tellingBytes = 4096
    /// Never less than this: something has to be seen.
    static let fewestPixels = 4000.0

    /// The quickest answer so far.
    private var latency: Double?
    /// Bytes a millisecond; nil before the first telling picture.
    public private(set) var rate: Double?
    /// What a pixel of a moving picture took.
    private var bytesPerPixel: Double?

    /// - Parameter latency: milliseconds that an answer to next to nothing took, if there was one. Without it the first
    ///   picture leaves open what is distance and what is width, and many more are needed to find out.
    public init(latency: Double? = nil) {
        self.latency = latency
    }

    /// Learns from something that was sent.
    ///
    /// - Parameters:
    ///   - bytes: how much it was.
    ///   - milliseconds: until the terminal had taken it all.
    ///   - pixels: the painted pixels in it; 0 if there is no telling.
    public mutating func took(bytes: Int, milliseconds: Double, pixels: Int = 0) {
        let time = max(milliseconds, 0.01)
        latency = min(latency ?? time, time)
        guard bytes >= Self.tellingBytes else { return }
        // A part of even the quickest answer was sending.
        let sending = max(time - (latency ?? 0), time / 4)
        let sample = Double(bytes) / sending
        // A line that is slower than thought makes the hand wait; one that is faster can be found out at leisure.
        rate = rate.map { rate in rate + (sample < rate ? 0.75 : 0.4) * (sample - rate) } ?? sample
        if pixels > 0 {
            let share = Double(bytes) / Double(pixels)
            bytesPerPixel = bytesPerPixel.map { 0.6 * $0 + 0.4 * share } ?? share
        }
    }

    /// Whether so much takes longer than a picture at rest may; false if nothing is known yet.
    public func isTooMuch(bytes: Int) -> Bool {
        rate.map { Double(bytes) / $0 > Self.longPatience } ?? false
    }

    /// The most pixels of a picture that shall take no longer than so many milliseconds; nil if nothing is known yet.
    public func pixels(within milliseconds: Double) -> Int? {
        guard let rate, let bytesPerPixel, bytesPerPixel > 0 else { return nil }
        return Int(min(max(rate * milliseconds / bytesPerPixel, Self.fewestPixels), 1e9))
    }
}

/// The painted pixels that a terminal takes in time.
public struct PictureBudget: Sendable, Equatable {
    /// Of a picture in motion.
    public var moving: Int
    /// Of a picture at rest.
    public var resting: Int

    public init(moving: Int, resting: Int) {
        self.moving = moving
        self.resting = resting
    }
}

extension TerminalPace {
    /// What pictures may have now; nil if nothing is known yet.
    public var budget: PictureBudget? {
        guard let moving = pixels(within: Self.patience), let resting = pixels(within: Self.longPatience) else {
            return nil
        }
        return PictureBudget(moving: moving, resting: resting)
    }
}
