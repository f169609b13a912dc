import Files
import Foundation

/// The studio as its own process on a pseudo-terminal that shows sixel, and the person in front of it.
final class StudioUnderTest {
    static let columns = 120
    static let rows = 40
    /// Cells of 10 by 20 pixels, and what a terminal with sixel says of itself.
    private static let answers = Array("\u{1B}[6;20;10t\u{1B}[?62;4;22c".utf8)
    private static let question = Array("\u{1B}[c".utf8)

    /// When bytes came, and which.
    struct Arrival {
        let time: ContinuousClock.Instant
        let bytes: ArraySlice<UInt8>
    }

    private let terminal: Int32
    private let process = Process()
    private let home: URL
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// Opens the studio with settings of its own, away from the user's.
    init(arguments: [String]) throws {
        var ends: (ours: Int32, theirs: Int32) = (-1, -1)
        var size = winsize(
            ws_row: UInt16(Self.rows), ws_col: UInt16(Self.columns), ws_xpixel: UInt16(10 * Self.columns),
            ws_ypixel: UInt16(20 * Self.rows))
        guard openpty(&ends.ours, &ends.theirs, nil, nil, &size) == 0 else { throw TerminalDrainError(code: errno) }
        terminal = ends.ours
        _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
        home = FileManager.default.temporaryDirectory.appendingPathComponent("pastiche-\(UUID().uuidString)")
        try makeFolder(home.path)
        let device = FileHandle(fileDescriptor: ends.theirs, closeOnDealloc: true)
        process.executableURL = Bundle.main.executableURL
        process.arguments = ["studio"] + arguments
        process.standardInput = device
        process.standardOutput = device
        process.standardError = FileHandle.nullDevice
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("XDG_") }
        for name in ["TMUX", "NO_COLOR", "PASTICHE_GRAPHICS", "PASTICHE_COLOURS"] { environment[name] = nil }
        environment.merge(["TERM": "xterm-256color", "HOME": home.path, "PASTICHE_TOUR": "off"]) { $1 }
        process.environment = environment
        try process.run()
    }

    deinit {
        process.terminate()
        close(terminal)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: home)
    }

    /// Presses a key, given as what it sends.
    func press(_ key: String) throws {
        try send(Array(key.utf8))
    }

    /// What comes next, or nil if nothing comes for so long; questions are answered on the way.
    func next(within duration: Duration) throws -> Arrival? {
        var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        let milliseconds = max(1, Int32(duration / .milliseconds(1)))
        guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
        let time = ContinuousClock.now
        let count = read(terminal, &buffer, buffer.count)
        guard count > 0 else { throw LatencyError.ended }
        let bytes = buffer[..<count]
        if bytes.firstIndex(ofSequence: Self.question) != nil { try send(Self.answers) }
        return Arrival(time: time, bytes: bytes)
    }

    /// Returns once nothing has come for so long.
    func waitForQuiet(_ duration: Duration) throws {
        while try next(within: duration) != nil {}
    }

    private func send(_ bytes: [UInt8]) throws {
        guard write(terminal, bytes, bytes.count) == bytes.count else { throw LatencyError.ended }
    }
}

/// The studio cannot be timed.
enum LatencyError: UserFacingError {
    case ended
    case silent(key: String)

    var description: String {
        switch self {
        case .ended: "cannot time the studio: it ended by itself; `pastiche` in a terminal says why"
        case .silent(let key): "cannot time the studio: it does not answer the key '\(printable(key))'"
        }
    }

    var exitStatus: ExitStatus { .software }
}
