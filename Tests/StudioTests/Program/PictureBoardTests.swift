import Imaging
import Studio
import TerminalGraphics
import Testing

struct PictureBoardTests {
    private static let rectangle = CellRectangle(row: 1, column: 30, width: 40, height: 20)
    private static let size = TerminalCapabilities.Size(width: 320, height: 240)

    private func picture(
        _ text: String, _ source: PictureSource = .pastiche, in rectangle: CellRectangle = rectangle,
        size: TerminalCapabilities.Size = size
    ) -> EncodedPicture {
        EncodedPicture(
            source: source, rectangle: rectangle, size: size, content: TerminalPicture(bytes: Array(text.utf8)))
    }

    private func sent(
        _ board: inout PictureBoard, _ placements: [NcursesScreen.Placement], textChanged: Bool = false
    ) -> String {
        var bytes: [UInt8] = []
        board.compose(placements, textChanged: textChanged, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func anotherViewIsAskedForAnew() {
        var board = PictureBoard()
        let place = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        #expect(board.takeMissing(place) == place)
        _ = board.take(picture("one", .pastiche))
        #expect(board.takeMissing(place) == [])
        board.forgetView()
        #expect(board.takeMissing(place) == place)
        #expect(board.takeMissing(place) == [])
    }

    @Test func keepsakesOutliveTheirPhotograph() {
        var board = PictureBoard()
        let sources: [PictureSource] = [.keepsake(.init(), photograph: "/p/a.jpg"), .trial(.init())]
        let places = sources.map { NcursesScreen.Placement($0, Self.rectangle) }
        for source in sources { _ = board.take(picture("\(source)", source)) }
        board.forgetPhotograph()
        #expect(board.takeMissing(places) == [places[1]])
    }

    @Test func sendsEachPictureOnce() {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        #expect(sent(&board, here) == "")
        #expect(board.take(picture("one")) == nil)
        #expect(sent(&board, here) == "one")
        #expect(sent(&board, here, textChanged: true) == "")
        #expect(board.take(picture("two"))?.bytes == Array("one".utf8))
        #expect(sent(&board, here) == "two")
    }

    @Test func sendsAgainWhatWasOverwritten() {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        _ = board.take(picture("one"))
        #expect(sent(&board, here) == "one")
        board.forgetShown()
        #expect(sent(&board, here) == "one")
    }

    @Test func paintsNothingOverText() {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        let covered = [NcursesScreen.Placement(.pastiche, Self.rectangle, isCovered: true)]
        _ = board.take(picture("one"))
        #expect(sent(&board, here) == "one")
        _ = board.take(picture("two"))
        #expect(sent(&board, covered) == "")
        #expect(sent(&board, here) == "two")
    }

    @Test func comesBackAfterADialog() {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        _ = board.take(picture("one"))
        #expect(sent(&board, here) == "one")
        #expect(sent(&board, [], textChanged: true) == "")
        #expect(sent(&board, here, textChanged: true) == "one")
    }

    @Test func asksOnceForWhatIsMissing() {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.original, Self.rectangle)]
        #expect(board.takeMissing(here) == here)
        #expect(board.takeMissing(here) == [])
        let moved = CellRectangle(row: 2, column: 30, width: 40, height: 10)
        let there = [NcursesScreen.Placement(.original, moved)]
        #expect(board.takeMissing(there) == there)
        // What comes is for the old place: the new one is asked for again.
        _ = board.take(picture("old", .original))
        #expect(sent(&board, there) == "")
        #expect(board.takeMissing(there) == there)
        _ = board.take(picture("new", .original, in: moved))
        #expect(sent(&board, there) == "new")
        #expect(board.takeMissing(there) == [])
    }

    @Test func showsTheOriginalInThePlaceOfThePastiche() {
        var board = PictureBoard()
        _ = board.take(picture("pastiche"))
        _ = board.take(picture("original", .original))
        #expect(sent(&board, [.init(.pastiche, Self.rectangle)]) == "pastiche")
        #expect(sent(&board, [.init(.original, Self.rectangle)]) == "original")
        #expect(sent(&board, [.init(.pastiche, Self.rectangle)]) == "pastiche")
    }

    @Test func wipesThePlaceForAPictureOfAnotherSize() {
        var board = PictureBoard()
        _ = board.take(picture("wide"))
        #expect(sent(&board, [.init(.pastiche, Self.rectangle)]) == "wide")
        _ = board.take(picture("tall", size: TerminalCapabilities.Size(width: 200, height: 318)))
        let text = sent(&board, [.init(.pastiche, Self.rectangle)])
        #expect(text.hasSuffix("tall"))
        #expect(text.filter { $0 == " " }.count == Self.rectangle.width * Self.rectangle.height)
    }

    @Test func repaintsNarrowPicturesWhenTextChanged() {
        var board = PictureBoard()
        let narrow = CellRectangle(row: 4, column: 10, width: PictureBoard.narrowestSafeWidth - 1, height: 3)
        let here = [NcursesScreen.Placement(.swatch("dahlia"), narrow)]
        _ = board.take(picture("swatch", .swatch("dahlia"), in: narrow))
        #expect(sent(&board, here) == "swatch")
        #expect(sent(&board, here) == "")
        #expect(sent(&board, here, textChanged: true) == "swatch")
    }

    @Test func holdsOneTrialInTwoPlaces() {
        var board = PictureBoard()
        let trial = PictureSource.trial(.init(parts: [.init(style: "kiss", weight: 1)]))
        let left = CellRectangle(row: 1, column: 0, width: 20, height: 8)
        let right = CellRectangle(row: 1, column: 20, width: 20, height: 8)
        let places = [NcursesScreen.Placement(trial, left), NcursesScreen.Placement(trial, right)]
        #expect(board.takeMissing(places) == places)
        #expect(board.take(picture("left", trial, in: left)) == nil)
        #expect(board.takeMissing(places) == [])
        #expect(board.take(picture("right", trial, in: right)) == nil)
        #expect(sent(&board, places) == "leftright")
        board.forgetPhotograph()
        #expect(board.takeMissing(places) == places)
    }

    @Test func showsADividedPictureUntilTheDividerFollows() {
        func divided(_ divider: Int) -> PictureSource {
            .divided(Division(left: .original, right: .pastiche, divider: divider))
        }
        func place(_ divider: Int) -> [NcursesScreen.Placement] { [.init(divided(divider), Self.rectangle)] }
        var board = PictureBoard()
        #expect(board.takeMissing(place(1)) == place(1))
        #expect(board.take(picture("one", divided(1))) == nil)
        #expect(sent(&board, place(2)) == "one")
        #expect(board.takeMissing(place(2)) == place(2))
        // The hand moved on before the second came; it is shown, and the third is on its way only once.
        #expect(board.takeMissing(place(3)) == place(3))
        #expect(board.take(picture("two", divided(2)))?.bytes == Array("one".utf8))
        #expect(sent(&board, place(3)) == "two")
        #expect(board.takeMissing(place(3)) == [])
        #expect(board.take(picture("three", divided(3)))?.bytes == Array("two".utf8))
        #expect(sent(&board, place(3)) == "three")
        // Another comparison does not begin with the last picture of this one.
        #expect(sent(&board, []) == "")
        #expect(sent(&board, place(3)) == "")
        #expect(board.takeMissing(place(3)) == place(3))
    }

    @Test func asksAgainForATrialThatWasLookedAwayFrom() {
        var board = PictureBoard()
        let trial = [NcursesScreen.Placement(.trial(.init()), Self.rectangle)]
        #expect(board.takeMissing(trial) == trial)
        #expect(board.takeMissing([]) == [])
        #expect(board.takeMissing(trial) == trial)
    }

    @Test func dropsTheOldestPicturesThatNobodyWants() {
        var board = PictureBoard()
        let trials = (0...PictureBoard.capacity).map {
            NcursesScreen.Placement(.trial(.init(strength: Float($0) / 100)), Self.rectangle)
        }
        for trial in trials { _ = board.take(picture("\(trial.source)", trial.source)) }
        #expect(board.takeMissing(Array(trials.prefix(1))) == [])
        _ = sent(&board, Array(trials.suffix(1)))
        #expect(board.takeMissing(Array(trials.prefix(1))) == Array(trials.prefix(1)))
        #expect(board.takeMissing([trials[1]]) == [])
    }

    /// One colour in cells, as blocks.
    private func blocks(
        red: Float, in rectangle: CellRectangle = rectangle, changing cell: (row: Int, column: Int)? = nil
    ) throws -> EncodedPicture {
        var picture = Picture(width: 2 * rectangle.width, height: 2 * rectangle.height, red: red)
        if let cell { picture[1, 2 * cell.row, 2 * cell.column] = 1 }
        var painter = PicturePainter(capabilities: TerminalCapabilities())
        var content = TerminalPicture()
        try painter.paint(picture, in: rectangle, isSettled: false, into: &content)
        return EncodedPicture(source: .pastiche, rectangle: rectangle, size: Self.size, content: content)
    }

    @Test func sendsOnlyTheCellsThatChanged() throws {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        let covered = [NcursesScreen.Placement(.pastiche, Self.rectangle, isCovered: true)]
        _ = board.take(try blocks(red: 0.5))
        let whole = sent(&board, here)
        // A frame that nobody saw must not count as shown.
        _ = board.take(try blocks(red: 1, changing: (3, 4)))
        _ = board.take(try blocks(red: 0.5, changing: (9, 9)))
        let change = sent(&board, here, textChanged: true)
        #expect(change.contains("\u{1B}[11;40H") && change.count < 60)
        // The same cells again are nothing.
        _ = board.take(try blocks(red: 0.5, changing: (9, 9)))
        #expect(sent(&board, here) == "")

        #expect(sent(&board, covered, textChanged: true) == "")
        _ = board.take(try blocks(red: 0.5))
        #expect(sent(&board, covered) == "")
        #expect(sent(&board, here, textChanged: true) == whole)
        board.forgetShown()
        #expect(sent(&board, here) == whole)
        #expect(sent(&board, []) == "")
        #expect(sent(&board, here) == whole)
    }

    private func numbered(_ source: PictureSource = .pastiche) throws -> EncodedPicture {
        var capabilities = TerminalCapabilities()
        capabilities.graphics = .kitty
        var painter = PicturePainter(capabilities: capabilities)
        var content = TerminalPicture()
        try painter.paint(Picture(width: 4, height: 3), in: Self.rectangle, isSettled: false, into: &content)
        return EncodedPicture(source: source, rectangle: Self.rectangle, size: Self.size, content: content)
    }

    /// Pictures by kitty's protocol lie over text: whatever ends their being shown has to take them away.
    @Test func takesAwayWhatTextDoesNot() throws {
        var board = PictureBoard(firstNumber: 70)
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        func numbers(_ text: String, _ action: String) -> [Int] {
            text.matches(of: /_Ga=(T|d)[^\u{1B};]*[,]i=(\d+)/).filter { $0.1 == action }.compactMap { Int($0.2) }
        }
        func expect(_ text: String, shows: [Int], removes: [Int]) {
            #expect(numbers(text, "T") == shows)
            #expect(numbers(text, "d") == removes)
        }
        _ = board.take(try numbered())
        expect(sent(&board, here), shows: [71], removes: [])
        expect(sent(&board, here), shows: [], removes: [])
        // A new frame.
        _ = board.take(try numbered())
        expect(sent(&board, here), shows: [72], removes: [71])
        // Covered by a dialog, and back.
        let covered = [NcursesScreen.Placement(.pastiche, Self.rectangle, isCovered: true)]
        expect(sent(&board, covered), shows: [], removes: [72])
        expect(sent(&board, covered), shows: [], removes: [])
        expect(sent(&board, here), shows: [73], removes: [])
        // The terminal was wiped.
        board.forgetShown()
        expect(sent(&board, here), shows: [74], removes: [73])
        // Another picture in its place, then nothing.
        _ = board.take(try numbered(.original))
        expect(sent(&board, [.init(.original, Self.rectangle)]), shows: [75], removes: [74])
        expect(sent(&board, []), shows: [], removes: [75])
        // Resized: the old place is gone.
        expect(sent(&board, here), shows: [76], removes: [])
        board.forgetShown()
        expect(
            sent(&board, [.init(.pastiche, CellRectangle(row: 0, column: 0, width: 9, height: 9))]), shows: [],
            removes: [76])
    }

    @Test func holdsPicturesBackAndSendsTheNewestLater() {
        var board = PictureBoard()
        let here = [NcursesScreen.Placement(.pastiche, Self.rectangle)]
        func expect(_ text: String, _ expected: PictureBoard.Sent, isHolding: Bool) {
            var bytes: [UInt8] = []
            let sent = board.compose(here, textChanged: false, isHolding: isHolding, into: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == text)
            #expect(sent == expected)
        }
        _ = board.take(picture("one"))
        expect("one", PictureBoard.Sent(pictures: 1), isHolding: false)
        _ = board.take(picture("two"))
        expect("", PictureBoard.Sent(isComplete: false), isHolding: true)
        _ = board.take(picture("three"))
        expect("", PictureBoard.Sent(isComplete: false), isHolding: true)
        expect("three", PictureBoard.Sent(pictures: 1), isHolding: false)
        expect("", PictureBoard.Sent(), isHolding: true)
    }
}
