import Studio
import TerminalGraphics
import Testing

/// ncurses has one current screen in a process: one test after the other.
@Suite(.serialized)
struct NcursesScreenTests {
    private static let size = TerminalCapabilities.Size(width: 60, height: 12)
    private static let rectangle = CellRectangle(row: 2, column: 20, width: 20, height: 4)

    private func makeScreen(_ terminal: String = "xterm-256color") throws -> NcursesScreen {
        try NcursesScreen(terminal: terminal, size: Self.size)
    }

    /// Draws a frame and answers what would be sent.
    private func frame(_ screen: NcursesScreen, _ body: (NcursesScreen) -> Void) -> String {
        screen.clear()
        body(screen)
        screen.show()
        var bytes: [UInt8] = []
        screen.drain(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func drawsTextInTheThemesColours() throws {
        let screen = try makeScreen()
        let red = Theme.Appearance(foreground: Theme.Colour(red: 255, green: 0, blue: 0), isBold: true)
        screen.use(Theme(name: "test", appearances: [.title: red]))
        let sent = frame(screen) { $0.draw("Größe │ 画", row: 3, column: 5, style: TextStyle(.title)) }
        #expect(sent.contains("Größe │ 画"))
        #expect(sent.contains("38;5;196"))
        #expect(sent.contains("\u{1B}[0;1m"))
    }

    private static let fine = Theme(
        name: "test",
        appearances: [
            .text: Theme.Appearance(
                foreground: Theme.Colour(red: 201, green: 197, blue: 190),
                background: Theme.Colour(red: 20, green: 23, blue: 31)),
            .title: Theme.Appearance(
                foreground: Theme.Colour(red: 203, green: 198, blue: 189),
                background: Theme.Colour(red: 20, green: 23, blue: 31)),
        ])

    /// foot's entry separates numbers by colons.
    @Test(arguments: ["xterm-256color", "foot"])
    func writesTheThemesOwnColoursWhereTheTerminalHasThem(terminal: String) throws {
        guard let screen = try? makeScreen(terminal) else { return }
        screen.use(Self.fine, colours: .truecolour)
        let sent = frame(screen) {
            $0.draw("Title", row: 0, column: 0, style: TextStyle(.title))
            $0.draw("words", row: 2, column: 0, style: TextStyle(.text))
        }
        #expect(sent.contains("\u{1B}[38;2;201;197;190m"))
        #expect(sent.contains("\u{1B}[38;2;203;198;189m"))
        #expect(sent.contains("\u{1B}[48;2;20;23;31m"))
        #expect(!sent.contains("8;5;") && !sent.contains("8:5:"))
        #expect(sent.contains("Title") && sent.contains("words"))
        #expect(screen.background == "48;2;20;23;31")
    }

    @Test func writesNumbersOfColoursWhereItHasFewer() throws {
        let screen = try makeScreen()
        screen.use(Self.fine, colours: .indexed)
        let sent = frame(screen) { $0.draw("words", row: 2, column: 0, style: TextStyle(.text)) }
        #expect(sent.contains("\u{1B}[38;5;") && !sent.contains("8;2;"))
        screen.use(Self.fine, colours: .truecolour)
        let again = frame(screen) { $0.draw("words", row: 2, column: 0, style: TextStyle(.text)) }
        #expect(again.contains("\u{1B}[38;2;201;197;190m"))
        let simple = try makeScreen("xterm")
        simple.use(Self.fine, colours: .truecolour)
        #expect(!frame(simple) { $0.draw("words", row: 2, column: 0, style: TextStyle(.text)) }.contains("8;2;"))
    }

    @Test func drawsWithoutColoursWhereNoneAreWanted() throws {
        let screen = try makeScreen()
        screen.use(.plain)
        let sent = frame(screen) { $0.draw("Title", row: 0, column: 0, style: TextStyle(.title)) }
        #expect(sent.contains("Title"))
        #expect(!sent.contains("\u{1B}[3"))
    }

    @Test func worksOnTerminalsOfEveryKind() throws {
        for terminal in ["xterm", "vt100", "linux", "screen-256color", "xterm-mono"] {
            let screen = try makeScreen(terminal)
            let red = Theme.Appearance(foreground: Theme.Colour(red: 255, green: 0, blue: 0))
            screen.use(Theme(name: "test", appearances: [.title: red]))
            #expect(frame(screen) { $0.draw("Title", row: 0, column: 0, style: TextStyle(.title)) }.contains("Title"))
        }
    }

    @Test func refusesAnUnknownTerminal() {
        #expect(throws: StudioError.simpleTerminal(name: "dumb")) { try makeScreen("dumb") }
        #expect(throws: StudioError.unknownTerminal(name: "no-such-terminal")) {
            try makeScreen("no-such-terminal")
        }
    }

    @Test func sendsOnlyWhatChanged() throws {
        let screen = try makeScreen()
        _ = frame(screen) { $0.draw("constant words", row: 1, column: 0, style: TextStyle(.text)) }
        let same = frame(screen) { $0.draw("constant words", row: 1, column: 0, style: TextStyle(.text)) }
        #expect(same.isEmpty)
        screen.repaint()
        let all = frame(screen) { $0.draw("constant words", row: 1, column: 0, style: TextStyle(.text)) }
        #expect(all.contains("constant words"))
    }

    @Test func cutsTextAtTheEdge() throws {
        let screen = try makeScreen()
        let sent = frame(screen) { $0.draw("abcdefgh", row: 1, column: 56, style: TextStyle(.text)) }
        #expect(sent.contains("abcd"))
        #expect(!sent.contains("e"))
    }

    @Test func leavesThePictureAloneWhateverChangesAroundIt() throws {
        let screen = try makeScreen()
        // The picture's pixels, as a terminal that knows nothing else: a cell that is written loses them.
        var terminal = CellRecorder(size: Self.size)
        let words = ["left of the picture", "", "x", "more and more words"]
        for left in words {
            for right in words {
                let sent = frame(screen) {
                    $0.place(.pastiche, in: Self.rectangle)
                    $0.draw(left, row: 3, column: 0, style: TextStyle(.text))
                    $0.draw(right, row: 3, column: 41, style: TextStyle(.accent))
                }
                terminal.written = []
                terminal.take(sent)
                if (left, right) != (words[0], words[0]) {
                    #expect(!terminal.written.contains { Self.rectangle.contains(row: $0.row, column: $0.column) })
                }
            }
        }
    }

    @Test func wipesThePictureWhereItWas() throws {
        let screen = try makeScreen()
        _ = frame(screen) { $0.place(.pastiche, in: Self.rectangle) }
        var terminal = CellRecorder(size: Self.size)
        let smaller = CellRectangle(row: 3, column: 22, width: 16, height: 2)
        terminal.take(frame(screen) { $0.place(.pastiche, in: smaller) })
        for row in Self.rectangle.row..<Self.rectangle.row + Self.rectangle.height {
            for column in Self.rectangle.column..<Self.rectangle.column + Self.rectangle.width {
                #expect(terminal.written.contains(.init(row: row, column: column)))
            }
        }
        #expect(frame(screen) { $0.place(.pastiche, in: smaller) }.isEmpty)
    }

    @Test func wipesSeveralPicturesForOne() throws {
        let screen = try makeScreen()
        let left = CellRectangle(row: 2, column: 20, width: 6, height: 2)
        let right = CellRectangle(row: 2, column: 30, width: 6, height: 2)
        // The left one comes in the place of another, the right one does not.
        _ = frame(screen) { $0.place(.original, in: CellRectangle(row: 2, column: 18, width: 8, height: 2)) }
        _ = frame(screen) {
            $0.place(.swatch("left"), in: left)
            $0.place(.swatch("right"), in: right)
        }
        var terminal = CellRecorder(size: Self.size)
        terminal.take(frame(screen) { $0.place(.pastiche, in: Self.rectangle) })
        for place in [left, right] {
            for row in place.row..<place.row + place.height {
                for column in place.column..<place.column + place.width {
                    #expect(terminal.written.contains(.init(row: row, column: column)))
                }
            }
        }
    }

    @Test func knowsThatTextCoversAPicture() throws {
        let screen = try makeScreen()
        _ = frame(screen) {
            $0.place(.pastiche, in: Self.rectangle)
            $0.place(.swatch("dahlia"), in: CellRectangle(row: 8, column: 0, width: 10, height: 3))
            $0.draw("over it", row: 3, column: 15, style: TextStyle(.text))
        }
        #expect(screen.placements.map(\.isCovered) == [true, false])
    }

    @Test func keepsPicturesOnTheScreen() throws {
        let screen = try makeScreen()
        _ = frame(screen) { $0.place(.original, in: CellRectangle(row: 10, column: 50, width: 20, height: 20)) }
        #expect(screen.placements.map(\.rectangle) == [CellRectangle(row: 10, column: 50, width: 10, height: 2)])
    }

    @Test func takesAnotherSize() throws {
        let screen = try makeScreen()
        screen.resize(to: TerminalCapabilities.Size(width: 100, height: 30))
        let sent = frame(screen) { $0.draw("far out", row: 28, column: 90, style: TextStyle(.text)) }
        #expect(sent.contains("far out"))
    }
}
