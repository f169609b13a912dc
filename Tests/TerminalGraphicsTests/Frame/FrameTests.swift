import Files
import Imaging
import Testing

import TerminalGraphics

private struct Refusal: Error {}

@Suite struct FrameComposerTests {
    private func text(_ synchronised: Bool, _ body: (FrameComposer, inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        body(FrameComposer(isSynchronised: synchronised), &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func theCursorComesBack() {
        #expect(
            text(true) { composer, bytes in
                composer.compose(row: 4, column: 9, into: &bytes) { $0.append(contentsOf: "picture".utf8) }
            } == "\u{1B}[?2026h\u{1B}7\u{1B}[5;10Hpicture\u{1B}8\u{1B}[?2026l")
        #expect(
            text(false) { composer, bytes in
                composer.compose(row: 0, column: 0, into: &bytes) { $0.append(contentsOf: "picture".utf8) }
            } == "\u{1B}7\u{1B}[1;1Hpicture\u{1B}8")
    }

    @Test func aFailedPayloadLeavesNothing() {
        var bytes: [UInt8] = [1, 2]
        #expect(throws: Refusal.self) {
            try FrameComposer(isSynchronised: true).compose(row: 0, column: 0, into: &bytes) { bytes in
                bytes.append(3)
                throw Refusal()
            }
        }
        #expect(bytes == [1, 2])
    }

    @Test func erasingWritesSpaces() {
        let rectangle = CellRectangle(row: 1, column: 2, width: 3, height: 2)
        #expect(
            text(false) { $0.erase(rectangle, into: &$1) }
                == "\u{1B}7\u{1B}[2;3H\u{1B}[0m   \u{1B}[3;3H   \u{1B}8")
        #expect(
            text(false) { $0.erase(rectangle, background: "48;5;236", into: &$1) }
                == "\u{1B}7\u{1B}[2;3H\u{1B}[0;48;5;236m   \u{1B}[3;3H   \u{1B}8")
        #expect(text(true) { $0.erase(CellRectangle(row: 0, column: 0, width: 0, height: 3), into: &$1) }.isEmpty)
    }
}

@Suite struct TerminalModesTests {
    @Test func modesAreEnteredAndLeft() {
        let modes = TerminalModes()
        #expect(
            String(decoding: modes.enterSequence, as: UTF8.self)
                == "\u{1B}[?1h\u{1B}=\u{1B}[?2004h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?25l")
        #expect(
            String(decoding: modes.leaveSequence, as: UTF8.self)
                == "\u{1B}\\\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[?1l\u{1B}>\u{1B}[0m\u{1B}[?25h")
    }

    @Test func whatWasNotEnteredIsNotLeft() {
        let none = TerminalModes(mouse: false, bracketedPaste: false, hiddenCursor: false, applicationKeypad: false)
        #expect(none.enterSequence.isEmpty)
        #expect(String(decoding: none.leaveSequence, as: UTF8.self) == "\u{1B}\\\u{1B}[?2026l\u{1B}[0m")
    }
}

@Suite struct PlacementTests {
    typealias Size = TerminalCapabilities.Size

    private func capabilities(_ graphics: TerminalCapabilities.Graphics, limit: Size? = nil) -> TerminalCapabilities {
        var capabilities = TerminalCapabilities()
        capabilities.graphics = graphics
        capabilities.cell = Size(width: 10, height: 20)
        capabilities.sixelLimit = limit
        return capabilities
    }

    private let terminal = Size(width: 100, height: 40)

    @Test func aWidePhotographFillsTheWidth() throws {
        let placement = try #require(
            capabilities(.sixel).placement(
                of: Size(width: 4000, height: 2000), in: CellRectangle(row: 2, column: 20, width: 60, height: 30),
                terminal: terminal))
        #expect(placement.pixels == Size(width: 600, height: 300))
        #expect(placement.cells == CellRectangle(row: 9, column: 20, width: 60, height: 15))
    }

    @Test func aTallPhotographFillsTheHeightInSixes() throws {
        let placement = try #require(
            capabilities(.sixel).placement(
                of: Size(width: 1000, height: 2000), in: CellRectangle(row: 0, column: 0, width: 100, height: 40),
                terminal: terminal))
        // 39 rows of 20 pixels are 780.
        #expect(placement.pixels == Size(width: 390, height: 780))
        #expect(placement.cells == CellRectangle(row: 0, column: 30, width: 39, height: 39))
    }

    @Test func theLimitHolds() throws {
        let placement = try #require(
            capabilities(.sixel, limit: Size(width: 300, height: 1000)).placement(
                of: Size(width: 300, height: 200), in: CellRectangle(row: 0, column: 0, width: 100, height: 40),
                terminal: terminal))
        #expect(placement.pixels == Size(width: 300, height: 198))
    }

    @Test func blocksMayUseTheLastRow() throws {
        let placement = try #require(
            capabilities(.blocks).placement(
                of: Size(width: 500, height: 400), in: CellRectangle(row: 0, column: 0, width: 100, height: 40),
                terminal: terminal))
        #expect(placement.pixels == Size(width: 1000, height: 800))
        #expect(placement.cells == CellRectangle(row: 0, column: 0, width: 100, height: 40))
    }

    @Test func whereThereIsNoRoomThereIsNoPicture() {
        for rectangle in [
            CellRectangle(row: 0, column: 0, width: 0, height: 10),
            CellRectangle(row: 39, column: 0, width: 9, height: 1),
            CellRectangle(row: 50, column: 0, width: 9, height: 9),
            CellRectangle(row: 0, column: 120, width: 9, height: 9),
        ] {
            #expect(
                capabilities(.sixel).placement(
                    of: Size(width: 4, height: 3), in: rectangle, terminal: terminal) == nil)
        }
    }

    /// All proportions, in all rectangles, stay inside and keep what is promised.
    @Test(arguments: TerminalCapabilities.Graphics.allCases)
    func everyPlacementStaysInside(graphics: TerminalCapabilities.Graphics) throws {
        let capabilities = capabilities(graphics, limit: Size(width: 700, height: 500))
        for photograph in [Size(width: 1, height: 1), .init(width: 9999, height: 3), .init(width: 3, height: 9999)] {
            for width in [1, 2, 33, 100] {
                for height in [1, 7, 40] {
                    let rectangle = CellRectangle(row: 0, column: 0, width: width, height: height)
                    guard
                        let placement = capabilities.placement(of: photograph, in: rectangle, terminal: terminal)
                    else {
                        Issue.record("no room in \(width) x \(height)")
                        continue
                    }
                    let cells = placement.cells
                    #expect(cells.row >= 0 && cells.column >= 0 && cells.width > 0 && cells.height > 0)
                    #expect(cells.column + cells.width <= width)
                    #expect(
                        cells.row + cells.height <= min(height, graphics == .sixel || graphics == .iterm2 ? 39 : 40))
                    #expect(placement.pixels.width > 0 && placement.pixels.height > 0)
                    if graphics == .iterm2 || graphics == .kitty {
                        #expect(placement.pixels == Size(width: cells.width * 10, height: cells.height * 20))
                    }
                    if graphics == .sixel {
                        #expect(placement.pixels.height % 6 == 0)
                        #expect(placement.pixels.width <= min(cells.width * 10, 700))
                        #expect(placement.pixels.height <= min(cells.height * 20, 500))
                    }
                }
            }
        }
    }
}

@Suite struct PicturePainterTests {
    private let cells = CellRectangle(row: 1, column: 1, width: 4, height: 2)

    private func shown(_ picture: TerminalPicture, on canvas: inout PictureCanvas) -> String {
        var bytes: [UInt8] = []
        canvas.show(picture, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func sixelIsPlaced() throws {
        var capabilities = TerminalCapabilities()
        capabilities.graphics = .sixel
        var painter = PicturePainter(capabilities: capabilities)
        var canvas = PictureCanvas()
        var content = TerminalPicture()
        for isSettled in [false, true] {
            try painter.paint(testPicture(width: 40, height: 36), in: cells, isSettled: isSettled, into: &content)
            #expect(content.blocks.isEmpty)
            let text = shown(content, on: &canvas)
            #expect(text.hasPrefix("\u{1B}7\u{1B}[2;2H\u{1B}P"))
            #expect(text.hasSuffix("\u{1B}\\\u{1B}8"))
            #expect(shown(content, on: &canvas) == text)
        }
    }

    @Test func blocksAreSentAgainAfterBeingWiped() throws {
        var painter = PicturePainter(capabilities: TerminalCapabilities())
        var canvas = PictureCanvas()
        var content = TerminalPicture()
        try painter.paint(testPicture(width: 40, height: 36), in: cells, isSettled: true, into: &content)
        #expect(content.bytes.isEmpty)
        let whole = shown(content, on: &canvas)
        #expect(whole.hasPrefix("\u{1B}7\u{1B}[0m\u{1B}[2;2H") && whole.hasSuffix("\u{1B}8"))
        #expect(shown(content, on: &canvas) == "")
        canvas.forget()
        #expect(shown(content, on: &canvas) == whole)
    }
}
