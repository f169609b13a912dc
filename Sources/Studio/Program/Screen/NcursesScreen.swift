import CNcurses
import TerminalGraphics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The studio's screen, drawn by ncurses into memory; whoever owns the terminal sends it.
///
/// ncurses only finds out what changed and says it in the terminal's language: it reads no input, sets no
/// terminal modes and handles no signals. One of these at a time, on one thread.
package final class NcursesScreen: Screen {
    /// A rectangle that was kept for a picture.
    package struct Placement: Equatable {
        package var source: PictureSource
        package var rectangle: CellRectangle
        /// Text was drawn over it: the picture must not be painted now.
        package var isCovered: Bool

        package init(_ source: PictureSource, _ rectangle: CellRectangle, isCovered: Bool = false) {
            self.source = source
            self.rectangle = rectangle
            self.isCovered = isCovered
        }
    }

    /// The attribute that the blanks of a placed rectangle have, see `place`.
    private struct Mark {
        var rectangle: CellRectangle
        var attribute: attr_t
    }

    private static let space: wchar_t = 0x20

    private let output: MemoryFile
    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private var pairs: ColourPairs
    /// What `place` kept since `clear`.
    package private(set) var placements: [Placement] = []
    package private(set) var size: TerminalCapabilities.Size
    /// The ground of plain text as SGR parameters; nil for the terminal's own.
    package var background: String? { pairs.background }
    private var marks: [Mark] = []
    private var text: [wchar_t] = []

    /// - Parameters:
    ///   - terminal: terminfo's name for it: `TERM`.
    ///   - size: columns and rows.
    /// - Throws: `StudioError.unknownTerminal`, `StudioError.simpleTerminal`.
    package init(
        terminal: String, size: TerminalCapabilities.Size = TerminalCapabilities.Size(width: 80, height: 24)
    ) throws(StudioError) {
        NcursesScreen.chooseCharacterSet()
        output = try MemoryFile()
        guard let screen = newterm(terminal, output.stream, output.stream) else {
            throw .unknownTerminal(name: terminal)
        }
        guard !Terminfo.string("cup").isEmpty else {
            delscreen(screen)
            throw .simpleTerminal(name: terminal)
        }
        guard let window = newwin(0, 0, 0, 0) else {
            delscreen(screen)
            throw .system("cannot set up the screen", code: ENOMEM)
        }
        self.screen = screen
        self.window = window
        self.size = size
        // ncurses must not look at the input to see whether it may put off drawing.
        typeahead(-1)
        // Without carriage returns added by the terminal a line feed is a way down.
        nonl()
        leaveok(window, true)
        pairs = ColourPairs(.plain)
        // What ncurses says at its start goes nowhere: the alternate screen and the keypad are the affair of
        // `TerminalSession`, and the scrolling region would be that of a guessed size.
        wnoutrefresh(window)
        doupdate()
        var unwanted: [UInt8] = []
        output.drain(into: &unwanted)
        resize(to: size)
    }

    deinit {
        delwin(window)
        endwin()
        delscreen(screen)
    }

    /// Draws in a theme's colours from now on, in as many as there may be.
    package func use(_ theme: Theme, colours: TerminalCapabilities.ColourDepth = .indexed) {
        pairs = colours == .monochrome ? ColourPairs(.plain) : ColourPairs(theme, colours: colours)
        repaint()
    }

    /// Takes the terminal's new size; the next `show` draws everything.
    package func resize(to size: TerminalCapabilities.Size) {
        self.size = size
        resizeterm(Int32(max(1, size.height)), Int32(max(1, size.width)))
        wresize(window, Int32(max(1, size.height)), Int32(max(1, size.width)))
        repaint()
    }

    /// Lets the next `show` wipe the terminal and draw everything.
    package func repaint() {
        clearok(window, true)
    }

    package func clear() {
        placements.removeAll(keepingCapacity: true)
        let look = pairs.look(TextStyle(.text))
        wattr_set(window, look.attributes, look.pair, nil)
        var blank = cchar_t()
        let space: [wchar_t] = [Self.space, 0]
        setcchar(&blank, space, look.attributes, look.pair, nil)
        wbkgrndset(window, &blank)
        werase(window)
    }

    package func draw(_ text: String, row: Int, column: Int, style: TextStyle) {
        guard row >= 0, row < size.height, column >= 0 else { return }
        self.text.removeAll(keepingCapacity: true)
        // ncurses would go on in the next row.
        var room = size.width - column
        for scalar in text.unicodeScalars {
            let cells = Int(wcwidth(wchar_t(bitPattern: scalar.value)))
            guard cells >= 0 else { continue }
            guard cells <= room else { break }
            room -= cells
            self.text.append(wchar_t(bitPattern: scalar.value))
        }
        guard !self.text.isEmpty else { return }
        let look = pairs.look(style)
        wattr_set(window, look.attributes, look.pair, nil)
        mvwaddnwstr(window, Int32(row), Int32(column), self.text, Int32(self.text.count))
        cover(row: row, columns: column..<size.width - room)
    }

    /// Fills the rectangle with blanks that differ from all other blanks by an attribute that cannot be seen.
    ///
    /// So ncurses never erases them together with a line's empty end, writes them once and then leaves them
    /// alone; and cells that stop being a picture's, or belong to another rectangle than before, count as
    /// changed and are written, which wipes the old pixels.
    package func place(_ picture: PictureSource, in rectangle: CellRectangle) {
        let rectangle = rectangle.intersection(
            CellRectangle(row: 0, column: 0, width: size.width, height: size.height))
        guard rectangle.width > 0, rectangle.height > 0 else { return }
        placements.append(Placement(picture, rectangle))
        let look = pairs.look(TextStyle(.text))
        wattr_set(window, look.attributes | mark(of: rectangle), look.pair, nil)
        let blanks = [wchar_t](repeating: Self.space, count: rectangle.width)
        for row in rectangle.row..<rectangle.row + rectangle.height {
            mvwaddnwstr(window, Int32(row), Int32(rectangle.column), blanks, Int32(blanks.count))
        }
    }

    package func show() {
        marks.removeAll { mark in !placements.contains { $0.rectangle == mark.rectangle } }
        wnoutrefresh(window)
        doupdate()
    }

    /// Moves what has to be sent to the terminal to the end of `bytes`.
    package func drain(into bytes: inout [UInt8]) {
        let start = bytes.count
        output.drain(into: &bytes)
        pairs.finish(&bytes, from: start)
    }

    /// A rectangle keeps its mark as long as it is placed; a new one gets a mark that none of those under it has.
    private func mark(of rectangle: CellRectangle) -> attr_t {
        if let mark = marks.first(where: { $0.rectangle == rectangle }) { return mark.attribute }
        let below = marks.filter { !$0.rectangle.intersection(rectangle).isEmpty }
        let unseen = [ncurses_bold, ncurses_dim, ncurses_bold | ncurses_dim]
        let attribute = unseen.first { attribute in !below.contains { $0.attribute == attribute } } ?? ncurses_bold
        marks.append(Mark(rectangle: rectangle, attribute: attribute))
        return attribute
    }

    private func cover(row: Int, columns: Range<Int>) {
        guard !columns.isEmpty else { return }
        let drawn = CellRectangle(row: row, column: columns.lowerBound, width: columns.count, height: 1)
        for index in placements.indices where !placements[index].rectangle.intersection(drawn).isEmpty {
            placements[index].isCovered = true
        }
    }

    /// Makes C count characters as the terminal does.
    ///
    /// Only `LC_CTYPE`: the others would change how numbers are written into files. Every terminal that shows
    /// pictures speaks UTF-8, so that is what a forgotten or unknown locale means.
    private static func chooseCharacterSet() {
        setlocale(LC_CTYPE, "")
        if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" {
            for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] where setlocale(LC_CTYPE, name) != nil { return }
        }
    }
}
