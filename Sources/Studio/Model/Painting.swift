import StyleTransfer
import TerminalGraphics

/// What was asked of the painter and what came back.
///
/// While a slider moves, one frame at a time is asked for, and the next when it is there: a frame is never
/// cancelled by the motion that it shows, so the picture follows the hand however slow the machine is.
public struct Painting: Sendable, Equatable {
    /// A picture to be had.
    struct Subject: Sendable, Equatable {
        var recipe: Recipe
        /// The stroke sizes to choose from; nil if there is only one.
        var strokes: StrokeScale?
        /// Pixels of the full frame.
        var width: Int
        var height: Int
    }

    /// The number of the newest request; 0 before the first.
    public private(set) var number = 0
    /// The newest request, if its frame has not come.
    public private(set) var pending: PaintRequest?
    /// The newest painted frame of this photograph.
    public private(set) var frame: PaintedFrame?
    /// How long the last full frame took; nil before the first.
    public private(set) var fullMilliseconds: Double?
    /// What the newest request shows, and whether only coarsely.
    private var asked: Subject?
    private var askedCoarsely = false
    /// Counts the changes of sliders in motion.
    private var motion = 0
    private var isMoving = false
    /// What the terminal takes in time; nil if it is not known to be slow.
    var budget: PictureBudget?

    public init() {}

    /// Full frames that take less than this are painted even in motion: strokes have a size in pixels, so a
    /// coarse frame shows them larger, and that jump disturbs more than sixteen frames a second do.
    static let quickMilliseconds = 60.0
    /// Full frames that take more are announced by a coarse one even at rest.
    static let slowMilliseconds = 150.0
    /// How long a slider rests before the full frame.
    static let settleMilliseconds = 120
    /// The most pixels of a coarse frame, however large the picture is.
    static let coarsePixels = 160_000

    /// Notes that a slider moves; the effect tells when it may have come to rest.
    mutating func move() -> Effect {
        motion += 1
        isMoving = true
        return .wake(.settle(motion: motion), milliseconds: Self.settleMilliseconds)
    }

    /// The pause after a motion is over.
    mutating func settle(motion: Int) {
        if motion == self.motion { isMoving = false }
    }

    /// A change that is no motion.
    mutating func rest() {
        isMoving = false
    }

    /// Takes the frame that was asked for last and drops every other.
    mutating func receive(_ frame: PaintedFrame) {
        guard frame.request == pending?.number else { return }
        self.frame = frame
        pending = nil
        if !frame.isCoarse { fullMilliseconds = frame.milliseconds }
    }

    /// A request came to nothing; it is not repeated before something changes.
    mutating func fail(request: Int?) {
        guard let request, request == pending?.number else { return }
        pending = nil
        askedCoarsely = false
    }

    /// Another photograph: nothing of before counts, except that numbers go on.
    mutating func startAnew() {
        pending = nil
        frame = nil
        fullMilliseconds = nil
        asked = nil
        isMoving = false
    }

    /// Whether the full frame is there and nothing moves.
    var isAtRest: Bool { pending == nil && !isMoving && frame?.isCoarse == false }

    /// The request that is due, if any.
    mutating func request(_ subject: Subject) -> PaintRequest? {
        let isNew = subject != asked
        guard isNew || (askedCoarsely && !isMoving) else { return nil }
        let pixels = subject.width * subject.height
        let isQuick =
            (fullMilliseconds ?? .infinity) < Self.quickMilliseconds && pixels <= budget?.moving ?? .max
        if let pending {
            let followsTheHand = isMoving && (pending.isCoarse || isQuick)
            if followsTheHand || (pending.isCoarse && !isNew) { return nil }
        }
        let isSlow = (fullMilliseconds ?? .infinity) > Self.slowMilliseconds
        let isCoarse = isNew && (isMoving ? !isQuick : isSlow)
        number += 1
        var scale = isCoarse ? min(0.5, (Double(Self.coarsePixels) / Double(pixels)).squareRoot()) : 1
        let most = (isMoving ? budget?.moving : budget?.resting) ?? .max
        let isFrugal = Double(pixels) * scale * scale > Double(most)
        if isFrugal { scale = Self.frugalScale(pixels: pixels, most: most) }
        let painted = scale < 1 ? subject.strokes?.recipe(subject.recipe, enlargedBy: scale) : nil
        let request = PaintRequest(
            number: number, recipe: subject.recipe, paintedRecipe: painted,
            width: max(1, Int(Double(subject.width) * scale)),
            height: max(1, Int(Double(subject.height) * scale)), isCoarse: isCoarse, isFrugal: isFrugal)
        pending = request
        asked = subject
        askedCoarsely = isCoarse
        return request
    }

    /// In steps, so that a rate that wavers does not ask for a painter of another size each time.
    private static func frugalScale(pixels: Int, most: Int) -> Double {
        let parts = [2, 3, 4, 6, 8]
        return 1 / Double(parts.first { pixels / ($0 * $0) <= most } ?? 12)
    }
}
