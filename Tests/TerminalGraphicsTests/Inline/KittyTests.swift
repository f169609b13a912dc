import Imaging
import Testing

import TerminalGraphics

@Suite struct KittyTests {
    private let cells = CellRectangle(row: 3, column: 7, width: 12, height: 5)

    private func painted(
        _ picture: Picture, isSettled: Bool, by passage: KittyPassage = .direct
    ) throws -> TerminalPicture {
        var capabilities = TerminalCapabilities()
        capabilities.graphics = .kitty
        capabilities.kittyPassage = passage
        var painter = PicturePainter(capabilities: capabilities)
        var content = TerminalPicture()
        try painter.paint(picture, in: cells, isSettled: isSettled, into: &content)
        return content
    }

    /// Sizes around the length of a piece, which is 1024 pixels.
    @Test(arguments: [(1, 1), (32, 32), (33, 31), (1025, 1), (64, 48), (150, 93)], [false, true])
    func whatIsSentIsThePicture(size: (Int, Int), isSettled: Bool) throws {
        let picture = testPicture(width: size.0, height: size.1)
        var canvas = PictureCanvas()
        var bytes: [UInt8] = []
        canvas.show(try painted(picture, isSettled: isSettled), number: 4_000_000_000, into: &bytes)
        var screen = KittyScreen()
        try screen.write(bytes)
        let shown = try #require(screen.shown[4_000_000_000])
        #expect(shown.row == 3 && shown.column == 7 && shown.columns == 12 && shown.rows == 5)
        #expect(shown.picture.size == picture.size)
        #expect(zip(shown.picture.samples, picture.samples).allSatisfy { abs($0 - $1) < 0.51 / 255 })
        #expect(bytes.starts(with: "\u{1B}7".utf8) && bytes.suffix(2).elementsEqual("\u{1B}8".utf8))
    }

    @Test func aNewPictureComesBeforeTheOldOneGoes() throws {
        var canvas = PictureCanvas()
        var screen = KittyScreen()
        for number in UInt32(1)...5 {
            var bytes: [UInt8] = []
            canvas.show(
                try painted(testPicture(width: 40, height: 30, seed: UInt64(number)), isSettled: false),
                number: number, into: &bytes)
            try screen.write(bytes)
            #expect(Array(screen.shown.keys) == [number])
        }
        #expect(screen.fewest == 1)
        // What hides text is taken away, once.
        var bytes: [UInt8] = []
        canvas.clear(into: &bytes)
        try screen.write(bytes)
        #expect(screen.shown.isEmpty)
        bytes = []
        canvas.clear(into: &bytes)
        #expect(bytes.isEmpty)
    }

    @Test func aWipedPictureIsSentAnewAndLeavesNothingBehind() throws {
        var canvas = PictureCanvas()
        var screen = KittyScreen()
        let content = try painted(testPicture(width: 40, height: 30), isSettled: true)
        for number in UInt32(1)...2 {
            var bytes: [UInt8] = []
            canvas.show(content, number: number, into: &bytes)
            try screen.write(bytes)
            canvas.forget()
        }
        #expect(Array(screen.shown.keys) == [2])
    }

    @Test(arguments: [(1, 1), (33, 31), (64, 48)], [false, true])
    func throughTmuxThePictureIsWhereItsPlaceholdersAre(size: (Int, Int), isSettled: Bool) throws {
        let picture = testPicture(width: size.0, height: size.1)
        var canvas = PictureCanvas()
        var bytes: [UInt8] = []
        canvas.show(try painted(picture, isSettled: isSettled, by: .tmux), number: 77_000, into: &bytes)
        var pane = TmuxPane()
        try pane.write(bytes, marks: KittyPlaceholders.marks)
        var screen = KittyScreen()
        try screen.write(pane.passedOn)
        let (number, shown) = try #require(screen.shown.first)
        #expect(screen.shown.count == 1 && shown.columns == 12 && shown.rows == 5)
        #expect(zip(shown.picture.samples, picture.samples).allSatisfy { abs($0 - $1) < 0.51 / 255 })
        #expect(pane.parts.count == 60)
        for (cell, part) in pane.parts {
            #expect(part == TmuxPane.Part(number: number, row: cell.row - 3, column: cell.column - 7))
        }
        #expect(bytes.starts(with: "\u{1B}7".utf8) && bytes.suffix(2).elementsEqual("\u{1B}8".utf8))
    }

    @Test func throughTmuxAnOldPictureStaysUntilTheNextButOne() throws {
        var canvas = PictureCanvas()
        var pane = TmuxPane()
        var counts: [Int] = []
        func count() throws -> Int {
            var screen = KittyScreen()
            try screen.write(pane.passedOn)
            return screen.shown.count
        }
        for number in UInt32(1)...4 {
            var bytes: [UInt8] = []
            let picture = testPicture(width: 40, height: 30, seed: UInt64(number))
            canvas.show(try painted(picture, isSettled: false, by: .tmux), number: number, into: &bytes)
            try pane.write(bytes, marks: KittyPlaceholders.marks)
            counts.append(try count())
        }
        #expect(counts == [1, 2, 2, 2])
        var bytes: [UInt8] = []
        canvas.clear(into: &bytes)
        try pane.write(bytes, marks: KittyPlaceholders.marks)
        #expect(try count() == 0)
    }

    /// The protocol's own list, looked at here and there.
    @Test func placeholdersCountAsTheProtocolDoes() {
        let marks = KittyPlaceholders.marks
        #expect(marks.count == 297)
        let known: [Int: String] = [
            0: "\u{305}", 1: "\u{30D}", 4: "\u{312}", 17: "\u{363}", 30: "\u{483}", 63: "\u{658}", 127: "\u{82C}",
            296: "\u{1D244}",
        ]
        for (index, mark) in known { #expect(marks[index] == Array(mark.utf8)) }
        #expect(Set(marks).count == marks.count)
    }
}
