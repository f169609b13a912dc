import Foundation
import Imaging
import Testing

/// A terminal in which the real program runs: a pseudo-terminal whose other end this test holds.
///
/// It answers questions as a sixel terminal does (`TerminalAnswers`) and keeps all output. Tests wait for what
/// they want to see, with a deadline that only a broken program reaches.
final class PseudoTerminal {
    /// Everything that the program wrote.
    private(set) var output: [UInt8] = []
    private var scanner = SixelScanner()
    private let master: Int32
    /// The program's end, kept open to look at its settings.
    private let slave: Int32
    private let name: String
    private var answers: TerminalAnswers
    private var process: ChildProcess?

    init(columns: Int = 120, rows: Int = 40, answers: TerminalAnswers = TerminalAnswers()) throws {
        self.answers = answers
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        try #require(openpty(&ends.master, &ends.slave, nil, nil, nil) == 0)
        (master, slave) = ends
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        name = String(cString: try #require(ttyname(slave)))
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        resize(columns: columns, rows: rows)
    }

    deinit {
        close(master)
        close(slave)
    }

    /// Starts a program as the leader of a session on this terminal.
    func start(
        _ arguments: [String], of path: String = BuiltProgram.path, in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) throws {
        process = try ChildProcess(
            [path] + arguments, in: folder,
            environment: ["TERM": "xterm-256color"].merging(environment) { $1 }, terminal: name)
    }

    /// The terminal settings as they are now, as comparable numbers.
    var settings: [UInt32] {
        var settings = termios()
        tcgetattr(slave, &settings)
        let characters = withUnsafeBytes(of: settings.c_cc) { $0.map(UInt32.init) }
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag] + characters
    }

    func resize(columns: Int, rows: Int) {
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(columns * answers.cellWidth),
            ws_ypixel: UInt16(rows * answers.cellHeight))
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Types.
    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func signal(_ number: Int32) throws {
        try #require(process).signal(number)
    }

    /// Reads and answers until the condition holds.
    func wait(for what: String, until condition: () throws -> Bool) throws {
        let end = Date().addingTimeInterval(waitingLimit)
        while try !condition() {
            guard Date() < end else {
                let tail = String(decoding: output.suffix(300), as: UTF8.self).debugDescription
                throw TimedOut(what: what, detail: "; the output ends with \(tail)")
            }
            try pump(milliseconds: 20)
        }
    }

    /// How many whole sixel pictures have come.
    var pictureCount: Int { scanner.pictures.count }

    /// The newest sixel picture, decoded.
    var picture: Picture? {
        scanner.pictures.last.flatMap { SixelPicture(output[$0])?.picture }
    }

    /// Waits for the first picture after `count` of them that satisfies a condition.
    func wait(forPicture what: String, after count: Int = 0, where condition: (Picture) throws -> Bool) throws {
        var seen = count
        try wait(for: what) {
            guard scanner.pictures.count > seen else { return false }
            seen = scanner.pictures.count
            return try picture.map(condition) ?? false
        }
    }

    /// Waits until the studio shows a text; asks it to draw everything again, because what it sends otherwise
    /// are only the letters that changed.
    func wait(forShownText text: String) throws {
        var asked = Date.distantPast
        let start = output.count
        try wait(for: text.debugDescription) {
            if Date().timeIntervalSince(asked) > 0.5 {
                asked = Date()
                try send("\u{C}")
            }
            return output.firstRange(of: Array(text.utf8), from: start) != nil
        }
    }

    /// Waits for text in what was written.
    func wait(forText text: String) throws {
        let wanted = Array(text.utf8)
        var searched = 0
        try wait(for: text.debugDescription) {
            defer { searched = max(0, output.count - wanted.count) }
            return output.firstRange(of: wanted, from: searched) != nil
        }
    }

    /// Whether the last of the modes and screens that was entered was left again: the main screen, the cursor
    /// shown, no mouse, and no picture begun.
    var isLeft: Bool {
        let pairs = [("[?1049h", "[?1049l"), ("[?25l", "[?25h"), ("[?1002h", "[?1002l"), ("[?2004h", "[?2004l")]
        return pairs.allSatisfy { enter, leave in
            guard let entered = output.lastRange(of: Array("\u{1B}\(enter)".utf8)) else { return false }
            return output.firstRange(of: Array("\u{1B}\(leave)".utf8), from: entered.upperBound) != nil
        }
    }

    /// Reads and answers what is there now.
    func read() throws {
        while try pump(milliseconds: 5) { if output.count > 1 << 24 { forgetOutput() } }
    }

    /// Drops what was written so far, and the pictures in it.
    func forgetOutput() {
        output = []
        scanner = SixelScanner()
    }

    #if os(Linux)
        /// The bytes of memory that the program holds now.
        var residentBytes: Int? {
            guard let process,
                let text = try? String(contentsOfFile: "/proc/\(process.identifier)/statm", encoding: .utf8)
            else { return nil }
            return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * Int(getpagesize()) }
        }
    #endif

    /// Reads until the process has ended and all of its output is here.
    func waitForEnd() throws -> ChildProcess.Ending {
        let process = try #require(process)
        try wait(for: "the end of the program") { process.hasEnded }
        while try pump(milliseconds: 20) {}
        return try #require(process.ending)
    }

    /// Reads what is there and answers questions in it; answers whether something was there.
    @discardableResult private func pump(milliseconds: Int32) throws -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = Foundation.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        output += buffer[..<count]
        scanner.take(buffer[..<count])
        for answer in answers.answers(to: buffer[..<count]) { try send(answer) }
        return true
    }

    private func send(_ bytes: [UInt8]) throws {
        try #require(write(master, bytes, bytes.count) == bytes.count)
    }
}
