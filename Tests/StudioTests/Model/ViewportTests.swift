import Imaging
import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct ViewportTests {
    @Test func zoomsAboutTheMiddleAndBack() throws {
        var easel = try Easel.furnished()
        easel.type("z")
        #expect(easel.model.viewport.zoom == 1.5)
        #expect(abs(easel.model.viewport.left - 1 / 6) < 1e-9)
        #expect(easel.model.panel == .picture)
        easel.type("z")
        let part = easel.model.viewport.pixels(of: PictureSize(width: 640, height: 427))
        #expect(part == (row: 107, column: 160, width: 320, height: 214))
        easel.type("ZZ")
        #expect(easel.model.viewport == Viewport())
        easel.type("Z")
        #expect(easel.model.message?.text == "This is the whole picture.")
    }

    @Test func controlAndArrowsMoveTheViewFromAnyPanel() throws {
        var easel = try Easel.furnished()
        easel.press(.left, control: true)
        #expect(easel.model.message?.text == "This is the whole picture; z goes closer, then the view can be moved.")
        easel.type("zz")
        easel.press(.tab)
        easel.press(.tab)
        let before = easel.model.viewport
        let palette = easel.model.palette
        easel.press(.left, control: true)
        easel.press(.up, control: true)
        #expect(easel.model.viewport.left < before.left)
        #expect(easel.model.viewport.top < before.top)
        #expect(easel.model.palette == palette)
    }

    @Test(arguments: [
        (60, [Detail.State.none: "2 ×", .painting(share: 0.4): "2 × 40 %", .ready: "2 × sharp"]),
        (80, [.none: "2 × · preview", .painting(share: 0.4): "2 × · sharpening 40 %", .ready: "2 × · as exported"]),
    ]) func theLineBelowSaysAsMuchAsFits(width: Int, texts: [Detail.State: String]) throws {
        for (state, text) in texts {
            var easel = try Easel.furnished(width: width)
            easel.type("zz")
            easel.send(.detail(state, request: 1))
            #expect(try caption(easel).hasSuffix(" " + text), "\(state)")
        }
    }

    @Test func aVeryLargePhotographSaysThatItIsPaintedSmaller() throws {
        var easel = try Easel.furnished()
        easel.send(.photographOpened(path: "/p/large.jpg", width: 6000, height: 4000))
        easel.paint()
        easel.type("zz")
        easel.send(.detail(.ready, request: 1))
        #expect(try caption(easel).hasSuffix("2 × · painted at 16 MP"))
        easel.type("o")
        #expect(try caption(easel).hasSuffix(" 2 ×"))
    }

    private func caption(_ easel: Easel) throws -> String {
        let row = try #require(Layout(easel.model).caption).row
        let lines = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        return String(lines[row])
    }

    @Test func staysOnThePicture() throws {
        var easel = try Easel.furnished()
        easel.type("zzhhhhhhhhkkkkkkkk")
        #expect(easel.model.viewport.left == 0)
        #expect(easel.model.viewport.top == 0)
        easel.type("llllllllljjjjjjjjj")
        #expect(easel.model.viewport.left == 0.5)
        #expect(easel.model.viewport.top == 0.5)
        let size = PictureSize(width: 641, height: 3)
        let part = easel.model.viewport.pixels(of: size)
        #expect(part.column + part.width == 641)
        #expect(part.row + part.height == 3)
        for _ in 0..<20 { easel.type("z") }
        #expect(easel.model.viewport.zoom == 4)
        #expect(easel.model.viewport.pixels(of: PictureSize(width: 1, height: 1)) == (0, 0, 1, 1))
    }

    @Test func theWheelKeepsThePointBelowIt() throws {
        var easel = try Easel.furnished()
        let picture = try #require(Layout(easel.model).picture)
        easel.mouse(.scrollUp, row: picture.row, column: picture.column + picture.width / 2)
        #expect(easel.model.viewport.zoom == 1.5)
        #expect(easel.model.viewport.top < 0.05)
        #expect(abs(easel.model.viewport.left - 1 / 6) < 0.02)
        easel.mouse(.scrollDown, row: picture.row, column: picture.column)
        #expect(easel.model.viewport.isWhole)
    }

    @Test func theMouseMovesTheView() throws {
        var easel = try Easel.furnished()
        easel.type("zz")
        let picture = try #require(Layout(easel.model).picture)
        let row = picture.row + picture.height / 2
        let column = picture.column + picture.width / 2
        easel.mouse(.press, row: row, column: column)
        easel.mouse(.drag, row: row, column: column + picture.width / 4)
        #expect(easel.model.viewport.left < 0.2)
        #expect(easel.model.viewport.top == 0.25)
        easel.mouse(.release, row: row, column: column)
        let before = easel.model.viewport
        easel.mouse(.drag, row: row, column: column)
        #expect(easel.model.viewport == before)
    }

    @Test func paintsTheDetailOnceNothingMoves() throws {
        var easel = try Easel.furnished()
        #expect(easel.details.isEmpty)
        easel.type("zz")
        #expect(easel.details.map(\.recipe) == [easel.model.recipe])
        let request = try #require(easel.details.last)
        easel.send(.detail(.painting(share: 0.4), request: request.number))
        #expect(easel.draw().text.contains("2 × · sharpening 40 %"))
        easel.send(.detail(.ready, request: request.number))
        #expect(easel.draw().text.contains("2 × · as exported"))
        // The view moves without painting anything.
        easel.type("lz")
        #expect(easel.details.count == 1)
        easel.press(.tab)
        easel.type("l")
        #expect(easel.model.detail.state == .none)
        #expect(easel.details.count == 1)
        easel.paint()
        easel.settle()
        easel.paint()
        #expect(easel.details.count == 2)
        // News of what was given up are no news.
        easel.send(.detail(.ready, request: request.number))
        #expect(easel.model.detail.state == .painting(share: 0))
        easel.type("l")
        #expect(easel.latest.contains(.cancelDetail))
    }

    @Test func anotherPhotographIsSeenWhole() throws {
        var easel = try Easel.furnished()
        easel.type("zz")
        easel.send(.photographOpened(path: "/home/ada/pictures/other.jpg", width: 400, height: 300))
        #expect(easel.model.viewport.isWhole)
        #expect(easel.model.detail.state == .none)
    }

    @Test func aPhotographThatDoesNotOpenLeavesNoDetailHalfPainted() throws {
        var easel = try Easel.furnished()
        easel.type("zz")
        let given = try #require(easel.details.last)
        easel.send(.detail(.painting(share: 0.4), request: given.number))
        easel.send(.photographFailed(message: "cannot read other.jpg"))
        #expect(easel.details.count == 2)
        easel.send(.detail(.ready, request: given.number))
        #expect(easel.model.detail.state == .painting(share: 0))
    }

    @Test func strengthZeroNeedsNoDetail() throws {
        var easel = try Easel.furnished()
        easel.press(.tab)
        easel.type("0")
        easel.settle()
        easel.paint()
        easel.type("zz")
        #expect(easel.details.isEmpty)
    }
}

extension Easel {
    fileprivate var details: [DetailRequest] {
        effects.compactMap { if case .paintDetail(let request) = $0 { request } else { nil } }
    }
}
