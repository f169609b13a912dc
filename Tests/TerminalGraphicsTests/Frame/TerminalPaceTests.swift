import TerminalGraphics
import Testing

@Suite struct TerminalPaceTests {
    @Test func nothingIsKnownBeforeAPicture() {
        var pace = TerminalPace()
        #expect(pace.budget == nil)
        // Too little to tell.
        pace.took(bytes: 500, milliseconds: 40, pixels: 100)
        #expect(pace.rate == nil && pace.budget == nil)
    }

    @Test func aQuickTerminalMayHaveMuch() throws {
        var pace = TerminalPace()
        pace.took(bytes: 20, milliseconds: 0.2)
        for _ in 0..<5 { pace.took(bytes: 600_000, milliseconds: 12, pixels: 400_000) }
        #expect(try #require(pace.budget).moving > 1_000_000)
    }

    /// 100 kB a second, three bytes a pixel: 60 ms are 2 kB a frame, which is less than what has to be seen.
    @Test func aSlowLineGetsSmallPictures() throws {
        var pace = TerminalPace()
        pace.took(bytes: 200, milliseconds: 2)
        pace.took(bytes: 300_000, milliseconds: 3000, pixels: 100_000)
        let budget = try #require(pace.budget)
        #expect(budget.moving == 4000)
        #expect((60_000...80_000).contains(budget.resting))
    }

    /// An answer that needs 300 ms for next to nothing comes from far away: the line may be wide.
    @Test func distanceIsNotSlowness() throws {
        var pace = TerminalPace()
        pace.took(bytes: 100, milliseconds: 300)
        for _ in 0..<6 { pace.took(bytes: 60_000, milliseconds: 310, pixels: 40_000) }
        let far = try #require(pace.budget)
        #expect(far.moving > 30_000)
        var near = TerminalPace()
        near.took(bytes: 100, milliseconds: 1)
        for _ in 0..<6 { near.took(bytes: 60_000, milliseconds: 310, pixels: 40_000) }
        #expect(try #require(near.budget).moving < far.moving / 3)
    }

    @Test func itFollowsALineThatChanges() throws {
        var pace = TerminalPace()
        for _ in 0..<10 { pace.took(bytes: 60_000, milliseconds: 6, pixels: 40_000) }
        let before = try #require(pace.budget)
        for _ in 0..<10 { pace.took(bytes: 60_000, milliseconds: 600, pixels: 40_000) }
        let after = try #require(pace.budget)
        #expect(after.moving < before.moving / 20)
        // Nonsense is survived.
        pace.took(bytes: 60_000, milliseconds: -1, pixels: 1)
        pace.took(bytes: 60_000, milliseconds: 0, pixels: 0)
        #expect(try #require(pace.budget).moving > 0)
    }

    /// A line of a megabit a second takes 125 bytes a millisecond. What of a slider moved on it is seen, one picture
    /// after the other, with two bytes a pixel and half as many again in small pictures, which have more edges.
    @Test(arguments: [1.0, 40, 250])
    func aSlowLineIsKnownAfterOnePicture(latency: Double) throws {
        var pace = TerminalPace(latency: latency)
        func send(_ pixels: Int) -> Double {
            let bytes = pixels * (pixels < 50_000 ? 3 : 2)
            let time = Double(bytes) / 125
            pace.took(bytes: bytes, milliseconds: latency + time, pixels: pixels)
            return time
        }
        _ = send(440_000)
        let first = try #require(pace.budget).moving
        #expect(send(first) <= 1.5 * TerminalPace.patience + 40)
        #expect(send(try #require(pace.budget).moving) <= TerminalPace.patience + 40)
        // The least that has to be seen is more than this line takes.
        #expect(try #require(pace.budget).moving <= 4000)
    }

    @Test(arguments: [(1250.0, 30.0), (12_500, 2), (2500, 150)])
    func wideLinesAreKnownAfterOnePicture(rate: Double, latency: Double) throws {
        var pace = TerminalPace(latency: latency)
        pace.took(bytes: 880_000, milliseconds: latency + 880_000 / rate, pixels: 440_000)
        let right = rate * TerminalPace.patience / 2
        let moving = Double(try #require(pace.budget).moving)
        #expect((0.99 * right...1.01 * right).contains(moving))
    }

    @Test func aLineThatBecomesSlowIsNoticedAtOnce() throws {
        var pace = TerminalPace(latency: 1)
        for _ in 0..<5 { pace.took(bytes: 500_000, milliseconds: 51, pixels: 250_000) }
        pace.took(bytes: 500_000, milliseconds: 1001, pixels: 250_000)
        pace.took(bytes: 500_000, milliseconds: 1001, pixels: 250_000)
        #expect(try #require(pace.rate) < 3 * 500)
    }

    @Test func tooMuchIsWhatALineDoesNotTakeWhileSomebodyWaits() {
        var pace = TerminalPace(latency: 1)
        #expect(!pace.isTooMuch(bytes: 1_000_000_000))
        pace.took(bytes: 125_000, milliseconds: 1001, pixels: 60_000)
        #expect(pace.isTooMuch(bytes: 251_000))
        #expect(!pace.isTooMuch(bytes: 249_000))
    }
}
