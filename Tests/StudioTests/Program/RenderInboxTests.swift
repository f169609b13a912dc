import Studio
import StyleTransfer
import TerminalGraphics
import Testing

struct RenderInboxTests {
    private func request(_ number: Int, isCoarse: Bool = false) -> PaintRequest {
        PaintRequest(number: number, recipe: Recipe(), width: 320, height: 240, isCoarse: isCoarse)
    }

    @Test func theNewestRequestWins() {
        var inbox = RenderInbox()
        inbox.paint = request(1)
        inbox.paint = request(2)
        #expect(inbox.next() == .paint(request(2)))
        #expect(inbox.next() == nil)
        #expect(!inbox.isOvertaken)
        inbox.paint = request(3)
        #expect(inbox.isOvertaken)
    }

    @Test func whatIsSeenAtOnceGoesFirst() {
        var inbox = RenderInbox()
        let here = CellRectangle(row: 0, column: 0, width: 10, height: 5)
        let there = CellRectangle(row: 5, column: 0, width: 10, height: 5)
        inbox.paint = request(1)
        inbox.ask(for: .original, in: here)
        inbox.ask(for: .swatch("kiss"), in: here)
        inbox.ask(for: .original, in: there)
        inbox.photograph = "harbour.jpg"
        #expect(inbox.next() == .open(path: "harbour.jpg"))
        #expect(inbox.next() == .encode(.swatch("kiss"), here))
        #expect(inbox.next() == .encode(.original, there))
        #expect(inbox.next() == .paint(request(1)))
        inbox.paint = request(2)
        inbox.isStopping = true
        #expect(inbox.next() == .stop)
    }

    @Test func aDividerInMotionIsNotFollowedThroughEveryPlace() {
        var inbox = RenderInbox()
        let here = CellRectangle(row: 0, column: 0, width: 10, height: 5)
        for divider in [500, 510, 520] {
            inbox.ask(for: .divided(Division(left: .original, right: .pastiche, divider: divider)), in: here)
        }
        let newest = PictureSource.divided(Division(left: .original, right: .pastiche, divider: 520))
        #expect(inbox.next() == .encode(newest, here))
        #expect(inbox.next() == nil)
    }

    @Test func trialsWaitForTheLivePicture() {
        var inbox = RenderInbox()
        let here = CellRectangle(row: 0, column: 0, width: 10, height: 5)
        let there = CellRectangle(row: 5, column: 0, width: 10, height: 5)
        let mixes = ["kiss", "scream"].map { Recipe(parts: [.init(style: $0, weight: 1)]) }
        inbox.ask(for: .trial(mixes[0]), in: here)
        inbox.ask(for: .trial(mixes[0]), in: there)
        inbox.ask(for: .trial(mixes[1]), in: here)
        inbox.ask(for: .original, in: here)
        inbox.paint = request(1)
        #expect(inbox.next() == .encode(.original, here))
        #expect(inbox.next() == .paint(request(1)))
        #expect(inbox.next() == .attempt(.trial(mixes[0]), here))
        inbox.dropTrials(except: [.init(.trial(mixes[1]), here), .init(.trial(mixes[0]), here)])
        #expect(inbox.next() == .attempt(.trial(mixes[1]), here))
        #expect(inbox.next() == nil)
    }

    private static let here = CellRectangle(row: 0, column: 0, width: 10, height: 5)
    private static let mix = Recipe(parts: [.init(style: "kiss", weight: 1)])

    private func inboxWithBegunTrial() -> RenderInbox {
        var inbox = RenderInbox()
        inbox.ask(for: .trial(Self.mix), in: Self.here)
        #expect(inbox.next() == .attempt(.trial(Self.mix), Self.here))
        return inbox
    }

    @Test func aFrameCutsATrialOffWhichIsBegunAgain() {
        var inbox = inboxWithBegunTrial()
        #expect(!inbox.isTrialCutOff)
        inbox.paint = request(1)
        #expect(inbox.isTrialCutOff)
        inbox.endTrial(isDone: false)
        #expect(inbox.next() == .paint(request(1)))
        #expect(inbox.next() == .attempt(.trial(Self.mix), Self.here))
        #expect(!inbox.isTrialCutOff)
        inbox.endTrial(isDone: true)
        #expect(inbox.next() == nil)
    }

    @Test func everythingThatGoesBeforeATrialCutsItOff() {
        for change: @Sendable (inout RenderInbox) -> Void in [
            { $0.photograph = "harbour.jpg" }, { $0.isStopping = true },
            { $0.ask(for: .swatch("kiss"), in: Self.here) },
        ] {
            var inbox = inboxWithBegunTrial()
            change(&inbox)
            #expect(inbox.isTrialCutOff)
        }
        var inbox = inboxWithBegunTrial()
        inbox.ask(for: .trial(Recipe()), in: Self.here)
        #expect(!inbox.isTrialCutOff)
    }

    @Test func aTrialThatNobodyLooksForIsNotBegunAgain() {
        var inbox = inboxWithBegunTrial()
        inbox.dropTrials(except: [.init(.trial(Self.mix), Self.here)])
        #expect(!inbox.isTrialCutOff)
        inbox.dropTrials(except: [])
        #expect(inbox.isTrialCutOff)
        inbox.endTrial(isDone: false)
        #expect(inbox.next() == nil)
    }

    @Test func aTrialThatIsAskedForAnewIsPaintedOnce() {
        var inbox = inboxWithBegunTrial()
        inbox.ask(for: .trial(Self.mix), in: Self.here)
        inbox.endTrial(isDone: false)
        #expect(inbox.next() == .attempt(.trial(Self.mix), Self.here))
        inbox.endTrial(isDone: true)
        #expect(inbox.next() == nil)
    }

    @Test func buffersComeBack() {
        var inbox = RenderInbox()
        #expect(inbox.takeMemory().bytes.isEmpty)
        inbox.recycle(TerminalPicture(bytes: [1, 2, 3]))
        #expect(inbox.takeMemory().bytes == [1, 2, 3])
        for _ in 0..<5 { inbox.recycle(TerminalPicture(bytes: [0])) }
        #expect((0..<5).filter { _ in !inbox.takeMemory().bytes.isEmpty }.count == 2)
    }
}
