import Foundation
import Imaging
import Testing

/// A terminal in which the real program runs: a pseudo-terminal whose other end this test holds.
///
/// It answers questions as a sixel terminal does (`TerminalAnswers`) and keeps all output. Tests wait for what
/// they want to see, with a deadline that only a broken program reaches.
final class PseudoTerminal {
    struct TimedOut: Error, CustomStringConvertible {
        var what: String
        var tail: String
        var description: String { "waited in vain for \(what); the output ends with \(tail)" }
    }

    /// How a process ended.
    enum Ending: Equatable {
        case exited(Int32)
        case signalled(Int32)
    }

    static let deadline: TimeInterval = 60
    #if canImport(Glibc)
        /// POSIX_SPAWN_SETSID, which <spawn.h> hides without _GNU_SOURCE.
        private static let newSession: Int16 = 0x80
    #else
        private static let newSession = Int16(POSIX_SPAWN_SETSID)
    #endif

    /// Everything that the program wrote.
    private(set) var output: [UInt8] = []
    private var scanner = SixelScanner()
    private let master: Int32
    /// The program's end, kept open to look at its settings.
    private let slave: Int32
    private let name: String
    private var answers: TerminalAnswers
    private var process: pid_t?

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
        if let process {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(master)
        close(slave)
    }

    /// Starts a program as the leader of a session on this terminal.
    func start(
        _ arguments: [String], of path: String = BuiltProgram.path, in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) throws {
        // A shell changes the folder: posix_spawn cannot everywhere.
        let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, path] + arguments
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
        let settings = [
            "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "XDG_CONFIG_HOME": folder.path(".config"), "XDG_DATA_HOME": folder.path(".data"),
            "XDG_STATE_HOME": folder.path(".state"),
        ]
        let variables = inherited.merging(settings) { $1 }.merging(environment) { $1 }.map { "\($0)=\($1)" }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a new session opens becomes its controlling terminal.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

        var identifier = pid_t()
        let code = withCStrings(command) { arguments in
            withCStrings(variables) { posix_spawn(&identifier, "/bin/sh", &actions, &attributes, arguments, $0) }
        }
        try #require(code == 0, "cannot start \(path): \(String(cString: strerror(code)))")
        process = identifier
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
        kill(try #require(process), number)
    }

    /// Reads and answers until the condition holds.
    func wait(for what: String, until condition: () throws -> Bool) throws {
        let end = Date().addingTimeInterval(Self.deadline)
        while try !condition() {
            guard Date() < end else {
                throw TimedOut(what: what, tail: String(decoding: output.suffix(300), as: UTF8.self).debugDescription)
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

    /// Reads until the process has ended and all of its output is here.
    func waitForEnd() throws -> Ending {
        let process = try #require(process)
        var status: Int32 = 0
        try wait(for: "the end of the program") { waitpid(process, &status, WNOHANG) == process }
        self.process = nil
        while try pump(milliseconds: 20) {}
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }

    /// Reads what is there and answers questions in it; answers whether something was there.
    @discardableResult private func pump(milliseconds: Int32) throws -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(master, &buffer, buffer.count)
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

/// Calls with a C array of C strings, ended by a null pointer.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
}

extension Array where Element == UInt8 {
    /// Where a piece stands, searched from an offset on.
    func firstRange(of piece: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard !piece.isEmpty, count - start >= piece.count else { return nil }
        for index in start...(count - piece.count) where self[index] == piece[0] {
            if self[index..<index + piece.count].elementsEqual(piece) { return index..<index + piece.count }
        }
        return nil
    }

    /// Where a piece stands last.
    func lastRange(of piece: [UInt8]) -> Range<Int>? {
        guard !piece.isEmpty, count >= piece.count else { return nil }
        for index in stride(from: count - piece.count, through: 0, by: -1) where self[index] == piece[0] {
            if self[index..<index + piece.count].elementsEqual(piece) { return index..<index + piece.count }
        }
        return nil
    }
}
