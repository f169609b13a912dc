import Imaging
import StyleTransfer

/// Cancels frames at random moments, as a hand that moves on does.
struct Cancelling {
    private let painter: Painter
    private let recipe: Recipe
    private var generator = SystemRandomNumberGenerator()
    /// How long the last whole frame took.
    private var frame = Duration.zero

    init(painter: Painter, recipe: Recipe) {
        self.painter = painter
        self.recipe = recipe
    }

    /// Paints until a moment within a frame's time, from which on it asks to end.
    ///
    /// - Returns: the milliseconds from that moment to the end of painting.
    mutating func run(into picture: inout Picture) throws -> Double {
        let clock = ContinuousClock()
        if frame == .zero {
            frame = try clock.measure { try painter.paint(recipe, into: &picture) }
        }
        while true {
            let moment = clock.now + frame * Double.random(in: 0..<1, using: &generator)
            do {
                try painter.paint(recipe, into: &picture) { _ in clock.now < moment }
            } catch PaintingError.cancelled {
                return moment.duration(to: clock.now).milliseconds
            }
            // The frame was there before its moment.
        }
    }
}
