import Studio
import TerminalGraphics
import Testing

struct FrameClockTests {
    private let start = ContinuousClock.now

    private func expect(_ clock: inout FrameClock, isWaiting: Bool, at now: ContinuousClock.Instant) {
        let found = clock.isWaiting(now: now)
        #expect(found == isWaiting)
    }

    @Test func onePictureIsUnderWayAtATime() {
        var clock = FrameClock(answers: true)
        var bytes = [UInt8](repeating: 0, count: 50_000)
        expect(&clock, isWaiting: false, at: start)
        clock.begin(pixels: 20_000, now: start, bytes: &bytes)
        #expect(bytes.suffix(4).elementsEqual("\u{1B}[5n".utf8) && bytes.count == 50_004)
        expect(&clock, isWaiting: true, at: start + .milliseconds(900))
        let journey = clock.takeAnswer(now: start + .milliseconds(1000))
        #expect(journey?.bytes == 50_000 && journey?.milliseconds == 1000)
        expect(&clock, isWaiting: false, at: start + .milliseconds(1000))
        #expect(clock.deadline == nil)
        let first = clock.news()
        #expect(first?.moving ?? .max < 20_000)
        // The same again is no news.
        clock.begin(pixels: 20_000, now: start, bytes: &bytes)
        clock.takeAnswer(now: start + .milliseconds(1001))
        let second = clock.news()
        #expect(second == nil)
    }

    @Test func aTerminalThatDoesNotAnswerIsLeftAlone() {
        var clock = FrameClock(answers: true)
        var bytes: [UInt8] = []
        for turn in 0..<2 {
            let now = start + .seconds(20 * turn)
            bytes = []
            clock.begin(pixels: 1, now: now, bytes: &bytes)
            #expect(!bytes.isEmpty)
            expect(&clock, isWaiting: true, at: now + .seconds(9))
            expect(&clock, isWaiting: false, at: now + .seconds(11))
        }
        bytes = []
        clock.begin(pixels: 1, now: start + .seconds(60), bytes: &bytes)
        #expect(bytes.isEmpty)
        expect(&clock, isWaiting: false, at: start + .seconds(60))
        // An answer that nobody waits for changes nothing.
        clock.takeAnswer(now: start + .seconds(61))
        let late = clock.news()
        #expect(late == nil)
        var silent = FrameClock(answers: false)
        silent.begin(pixels: 1, now: start, bytes: &bytes)
        #expect(bytes.isEmpty)
    }
}
