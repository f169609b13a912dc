import Imaging
import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct PreviewSizeTests {
    private let photograph = PictureSize(width: 640, height: 427)
    private let placement: PicturePlacement

    init() throws {
        var terminal = TerminalCapabilities()
        terminal.graphics = .sixel
        terminal.cell = TerminalCapabilities.Size(width: 8, height: 17)
        placement = try #require(
            terminal.placement(
                of: TerminalCapabilities.Size(width: 640, height: 427),
                in: CellRectangle(row: 0, column: 0, width: 82, height: 30),
                terminal: TerminalCapabilities.Size(width: 120, height: 40)))
    }

    private func request(width: Int, height: Int, isCoarse: Bool) -> PaintRequest {
        PaintRequest(number: 1, recipe: Recipe(), width: width, height: height, isCoarse: isCoarse)
    }

    @Test func aFullFrameTakesTheSizeItIsShownAt() {
        let size = PreviewSize.painted(
            request(width: 656, height: 438, isCoarse: false), photograph: photograph, placement: placement)
        #expect(size == PictureSize(width: placement.pixels.width, height: placement.pixels.height))
        #expect(size.height % 6 == 0)
    }

    @Test func aCoarseFrameIsAsLargeAsWasAskedFor() {
        let size = PreviewSize.painted(
            request(width: 329, height: 219, isCoarse: true), photograph: photograph, placement: placement)
        #expect(size == photograph.fitted(within: 329, height: 219, enlarging: true))
        #expect(abs(size.width - 329) <= 1 && abs(size.height - 219) <= 1)
    }

    @Test func aPlaceOfAnotherSizeChangesNothing() {
        let size = PreviewSize.painted(
            request(width: 512, height: 342, isCoarse: false), photograph: photograph, placement: placement)
        #expect(size == PictureSize(width: 512, height: 342))
    }
}
