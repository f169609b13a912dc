import StyleTransfer
import Testing

@Suite struct RemainingTimeTests {
    @Test func guessesFromTheRateSoFar() {
        var remaining = RemainingTime()
        #expect(remaining.progress(share: 0.5, after: 10) == TaskProgress(share: 0.5, secondsLeft: 10))
        #expect(remaining.progress(share: 0.75, after: 12) == TaskProgress(share: 0.75, secondsLeft: 4))
        #expect(remaining.progress(share: 1, after: 15) == TaskProgress(share: 1, secondsLeft: 0))
    }

    @Test func saysNothingBeforeThereIsARate() {
        var remaining = RemainingTime()
        #expect(remaining.progress(share: 0, after: 0) == TaskProgress(share: 0))
        #expect(remaining.progress(share: 0.01, after: 60) == TaskProgress(share: 0.01))
        #expect(remaining.progress(share: 0.3, after: 0.01) == TaskProgress(share: 0.3))
    }

    @Test func theShareNeverFallsNorLeavesItsRange() {
        var remaining = RemainingTime()
        _ = remaining.progress(share: 0.6, after: 1)
        #expect(remaining.progress(share: 0.4, after: 2).share == 0.6)
        #expect(remaining.progress(share: 7, after: 3).share == 1)
    }
}
