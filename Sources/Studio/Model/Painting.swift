import StyleTransfer

/// What was asked of the painter and what came back.
///
/// While a slider moves, one frame at a time is asked for, and the next when it is there: a frame is never
/// cancelled by the motion that it shows, so the picture follows the hand however slow the machine is.
public struct Painting: Sendable, Equatable {
    /// The number of the newest request; 0 before the first.
    public internal(set) var number = 0
    /// The newest request, if its frame has not come.
    public internal(set) var pending: PaintRequest?
    /// The newest request of all, answered or not.
    var latest: PaintRequest?
    /// The newest painted frame of this photograph.
    public internal(set) var frame: PaintedFrame?
    /// How long the last full frame took; nil before the first.
    public internal(set) var fullMilliseconds: Double?
    /// Counts changes of a slider in motion.
    var motion = 0
    var isMoving = false

    public init() {}

    /// Full frames that take less than this are painted even in motion.
    static let quickMilliseconds = 25.0
    /// How long a slider rests before the full frame.
    static let settleMilliseconds = 120
}
