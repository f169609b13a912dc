import Foundation
import Imaging
import Testing

/// An X server without a screen and a real terminal on it, driven by keys and looked at by screenshots.
final class VirtualDisplay {
    /// Whether everything is installed that this needs for one terminal.
    static func isAvailable(for terminal: GraphicalTerminal) -> Bool {
        ["Xvfb", "xdotool", "import", terminal.rawValue].allSatisfy { path(of: $0) != nil }
    }

    private let folder: TemporaryFolder
    private let server: ChildProcess
    private let display: String
    private var terminal: ChildProcess?
    private var window = ""

    init(folder: TemporaryFolder) throws {
        self.folder = folder
        // The server picks a free number and tells it as soon as it takes clients. Unless told otherwise it starts anew
        // whenever its last client leaves, and turns away whoever is coming in: xterm, while a search for it ends.
        let answer = try OutputFile(folder.path("display"))
        server = try ChildProcess(
            [
                try #require(Self.path(of: "Xvfb")), "-noreset", "-displayfd", "1", "-screen", "0", "1600x1100x24",
                "-nolisten",
                "tcp",
            ], in: folder, output: answer.descriptor)
        let server = server
        try waitUntil("Xvfb's display") { answer.text.hasSuffix("\n") || server.hasEnded }
        display = ":" + answer.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit {
        // Xvfb leaves its lock file behind unless it may clean up.
        terminal = nil
        server.signal(SIGTERM)
        while !server.hasEnded { usleep(10_000) }
    }

    /// Opens a terminal with the program in it.
    func open(_ kind: GraphicalTerminal, columns: Int, rows: Int, _ arguments: [String]) throws {
        terminal = try start(
            kind.rawValue,
            kind.arguments(columns: columns, rows: rows, program: [BuiltProgram.path] + arguments),
            environment: kind.environment)
        try waitUntil("\(kind)'s window") {
            try #require(!hasEnded, "\(kind) ended before its window was there")
            let found = try output("xdotool", ["search", "--onlyvisible", "--class", kind.rawValue])
            window = found.split(separator: "\n").first.map(String.init) ?? ""
            return !window.isEmpty
        }
        // Without a window manager keys go to the window under the pointer.
        _ = try output("xdotool", ["mousemove", "--window", window, "5", "5"])
    }

    /// Presses keys, named as xdotool names them.
    func press(_ keys: String...) throws {
        // Not to a window by name: xterm ignores keys that another program only claims were pressed.
        _ = try output("xdotool", ["key"] + keys)
    }

    /// What the window shows now.
    func screenshot() throws -> Picture {
        let path = folder.path("screenshot.png")
        _ = try output("import", ["-window", window, path])
        return try Picture.read(path: path)
    }

    /// Whether the program and its terminal have ended.
    var hasEnded: Bool { terminal?.hasEnded != false }

    private func start(
        _ tool: String, _ arguments: [String], environment: [String: String] = [:], output: Int32? = nil
    ) throws -> ChildProcess {
        try ChildProcess(
            [try #require(Self.path(of: tool))] + arguments, in: folder,
            environment: ["DISPLAY": display].merging(environment) { $1 }, output: output)
    }

    /// Runs a tool to its end.
    private func output(_ tool: String, _ arguments: [String]) throws -> String {
        let answer = try OutputFile(folder.path("answer"))
        let process = try start(tool, arguments, output: answer.descriptor)
        try waitUntil("the end of \(tool)") { process.hasEnded }
        return answer.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func path(of tool: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// A file that a child writes into. A pipe would be inherited by children of other tests, and stay open with them.
private final class OutputFile {
    let descriptor: Int32
    private let path: String

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(descriptor >= 0)
    }

    deinit {
        close(descriptor)
    }

    var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}
