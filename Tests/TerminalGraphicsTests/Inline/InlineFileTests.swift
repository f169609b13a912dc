import Foundation
import Imaging
import Testing

import TerminalGraphics

@Suite struct InlineFileTests {
    private let cells = CellRectangle(row: 3, column: 7, width: 12, height: 5)

    @Test(arguments: [(1, 1), (33, 31), (150, 93)], [false, true])
    func whatIsSentIsThePicture(size: (Int, Int), isSettled: Bool) throws {
        let picture = testPicture(width: size.0, height: size.1, noise: 0)
        var capabilities = TerminalCapabilities()
        capabilities.graphics = .iterm2
        var painter = PicturePainter(capabilities: capabilities)
        var content = TerminalPicture()
        try painter.paint(picture, in: cells, isSettled: isSettled, into: &content)
        var canvas = PictureCanvas()
        var bytes: [UInt8] = []
        canvas.show(content, into: &bytes)

        let text = String(decoding: bytes, as: UTF8.self)
        let match = try #require(
            text.wholeMatch(of: /\u{1B}7\u{1B}\[4;8H\u{1B}\]1337;File=([^:]*):([A-Za-z0-9+\/=]*)\u{07}\u{1B}8/))
        let settings = match.1.split(separator: ";")
        for wanted in ["inline=1", "preserveAspectRatio=0", "doNotMoveCursor=1", "width=12", "height=5"] {
            #expect(settings.contains { $0 == wanted })
        }
        let file = [UInt8](try #require(Data(base64Encoded: String(match.2))))
        #expect(settings.contains { $0 == "size=\(file.count)" })
        #expect(PictureFormat(firstBytes: file) == (isSettled ? .png : .jpeg))
        let shown = try Picture.decode(file, name: "sent")
        #expect(shown.size == picture.size)
        #expect(signalToNoise(shown, picture) > (isSettled ? 50 : size.0 == 1 ? 20 : 28))
    }
}
