import Foundation
import Imaging
import Testing

/// An X server without a screen and a real terminal on it, driven by keys and looked at by screenshots.
final class VirtualDisplay {
    static let tools = ["Xvfb", "xterm", "xdotool", "import"]

    /// Whether everything is installed that this needs.
    static var isAvailable: Bool { tools.allSatisfy { path(of: $0) != nil } }

    struct TimedOut: Error, CustomStringConvertible {
        var what: String
        var description: String { "waited in vain for \(what)" }
    }

    private let folder: TemporaryFolder
    private let server: Process
    private let display: String
    private var terminal: Process?
    private var window = ""

    init(folder: TemporaryFolder) throws {
        self.folder = folder
        server = Process()
        server.executableURL = URL(fileURLWithPath: try #require(Self.path(of: "Xvfb")))
        // The server picks a free number and tells it as soon as it takes clients.
        let pipe = Pipe()
        server.standardOutput = pipe
        server.standardError = FileHandle.nullDevice
        server.arguments = ["-displayfd", "1", "-screen", "0", "1600x1100x24", "-nolisten", "tcp"]
        try server.run()
        var answer = Data()
        while !answer.contains(0x0A) {
            let more = pipe.fileHandleForReading.availableData
            try #require(!more.isEmpty, "Xvfb did not start")
            answer += more
        }
        display = ":" + String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit {
        for process in [terminal, server].compactMap({ $0 }) where process.isRunning {
            process.terminate()
            process.waitUntilExit()
        }
    }

    /// Opens an xterm that knows sixel, with the program in it.
    func open(columns: Int, rows: Int, _ arguments: [String]) throws {
        let terminal = try process(
            "xterm",
            [
                "-tn", "xterm-256color", "-ti", "vt340", "-xrm", "XTerm*decTerminalID: vt340", "-xrm",
                "XTerm*numColorRegisters: 256", "-xrm", "XTerm*internalBorder: 2", "-fa", "DejaVu Sans Mono", "-fs",
                "10", "-geometry", "\(columns)x\(rows)+0+0", "-e", BuiltProgram.path,
            ] + arguments)
        try terminal.run()
        self.terminal = terminal
        try wait(for: "xterm's window") {
            window = try output("xdotool", ["search", "--onlyvisible", "--class", "xterm"])
            return !window.isEmpty
        }
    }

    /// Presses keys, named as xdotool names them.
    func press(_ keys: String...) throws {
        _ = try output("xdotool", ["key", "--window", window] + keys)
    }

    /// What the window shows now.
    func screenshot() throws -> Picture {
        let path = folder.path("screenshot.png")
        _ = try output("import", ["-window", window, path])
        return try Picture.read(path: path)
    }

    /// Whether the program and its terminal have ended.
    var hasEnded: Bool { terminal?.isRunning != true }

    func wait(for what: String, until condition: () throws -> Bool) throws {
        let end = Date().addingTimeInterval(PseudoTerminal.deadline)
        while try !condition() {
            guard Date() < end else { throw TimedOut(what: what) }
        }
    }

    private func process(_ tool: String, _ arguments: [String]) throws -> Process {
        let process = try BuiltProgram.prepare([], in: folder, environment: ["DISPLAY": display])
        process.executableURL = URL(fileURLWithPath: try #require(Self.path(of: tool)))
        process.arguments = arguments
        return process
    }

    /// Runs a tool to its end.
    private func output(_ tool: String, _ arguments: [String]) throws -> String {
        let process = try process(tool, arguments)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func path(of tool: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
