import Foundation
import Synchronization

/// Tells long work when a live frame is being painted, so that the hand on the slider does not feel it.
final class LiveFrames: Sendable {
    /// However fast the frames come, long work goes on after this much waiting.
    private static let longestWait = 50
    private let isPainting = Atomic(false)

    /// Paints a frame.
    func paint(_ work: () -> Void) {
        isPainting.store(true, ordering: .relaxed)
        defer { isPainting.store(false, ordering: .relaxed) }
        work()
    }

    /// Waits until no frame is being painted, a quarter of a second at most. Called between two steps of long work.
    func giveWay() {
        for _ in 0..<Self.longestWait where isPainting.load(ordering: .relaxed) { usleep(5000) }
    }
}
