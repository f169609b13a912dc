import Foundation
import Testing

/// The program as it was built together with these tests, run as people run it.
enum BuiltProgram {
    /// The file of the program: it lies where the tests' own resources were put.
    static var path: String {
        Bundle.module.bundleURL.deletingLastPathComponent().appendingPathComponent("pastiche").path
    }

    /// How a run ended and what it said.
    struct Outcome {
        /// The exit status, or the number of the signal if one ended the program.
        var status: Int32
        var isSignalled: Bool
        var output: [UInt8]
        var error: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs the program to its end, away from the settings and the terminal of whoever runs the tests.
    ///
    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - input: what standard input delivers.
    ///   - folder: the working folder and the user's home.
    ///   - environment: added to the few variables that the program gets.
    static func run(
        _ arguments: [String], input: [UInt8] = [], in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = try prepare(arguments, in: folder, environment: environment)
        // Files instead of pipes: neither side can wait for the other.
        let streams = try TemporaryFolder()
        try Data(input).write(to: URL(fileURLWithPath: streams.path("input")))
        for name in ["output", "error"] { try Data().write(to: URL(fileURLWithPath: streams.path(name))) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.path("input")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.path("output")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.path("error")))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, isSignalled: process.terminationReason == .uncaughtSignal,
            output: Array(try Data(contentsOf: URL(fileURLWithPath: streams.path("output")))),
            error: String(decoding: try Data(contentsOf: URL(fileURLWithPath: streams.path("error"))), as: UTF8.self))
    }

    /// A process that is ready to run, for tests that meddle with it while it does.
    static func prepare(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Process {
        try #require(FileManager.default.isExecutableFile(atPath: path), "build the program first: \(path)")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
        let settings = [
            "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "dumb", "PASTICHE_TOUR": "off",
            "XDG_CONFIG_HOME": folder.path(".config"), "XDG_DATA_HOME": folder.path(".data"),
            "XDG_STATE_HOME": folder.path(".state"),
        ]
        process.environment = inherited.merging(settings) { $1 }.merging(environment) { $1 }
        return process
    }
}
