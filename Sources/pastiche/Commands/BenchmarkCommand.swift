import ArgumentParser
import Foundation
import Imaging
import Networks
import StyleTransfer

/// Times what happens between a key and the last byte of the picture that it changes.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Time a live frame, part by part.",
        discussion: """
            A live frame is what the studio does while a slider moves: mix, paint, and encode for the terminal. \
            The photograph is prepared once for each size. Times are in milliseconds: the fastest run and, as what \
            to expect, the middle one. Painting is timed in fp32 and, where the processor has it, in bf16.
            """)

    @Flag(help: "Write JSON for other programs.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The sizes of the frame in pixels; may be given several times. (default: 256x256, 512x384)",
            valueName: "WxH"))
    var size: [PictureSizeArgument] = []

    @Option(help: ArgumentHelp("For how long each part is repeated.", valueName: "seconds"))
    var seconds = 2.0

    @Option(
        help: ArgumentHelp(
            "The photograph; without one, a photograph that ships with pastiche.", valueName: "photo"),
        completion: .photograph)
    var photo: String?

    @OptionGroup var cores: ThreadsOption

    @Flag(help: "Time the whole studio in a pseudo-terminal instead: from a key to the first byte that it changes.")
    var latency = false

    @Option(help: ArgumentHelp("How many keys --latency presses.", valueName: "number"))
    var presses = 200

    @Flag(help: ArgumentHelp("Time each kernel on one core instead, for every instruction set.", visibility: .hidden))
    var kernels = false

    @Flag(help: ArgumentHelp("Time each layer of the network instead.", visibility: .hidden))
    var layers = false

    @Flag(help: ArgumentHelp("Run the network at the word of standard input instead.", visibility: .hidden))
    var serve = false

    func validate() throws {
        guard (0...60).contains(seconds) else { throw ValidationError("The time goes from 0 to 60 seconds.") }
        guard (1...10_000).contains(presses) else { throw ValidationError("The presses go from 1 to 10000.") }
    }

    func run() throws {
        let library = try StyleLibrary.shipped()
        if kernels { return try runKernels(library) }
        if latency { return try runLatency(library) }
        let photograph = try Picture.read(path: photo ?? DefaultPhotograph.path())
        if serve {
            var server = BenchmarkServer(library: library, photograph: photograph, threads: cores.threads)
            return try server.serve()
        }
        if layers { return try runLayers(library, photograph) }
        let sizes = size.isEmpty ? PictureSizeArgument.defaults : size
        let report = BenchmarkReport(
            kernels: try InstructionSet.chosen().rawValue,
            livePrecision: try Precision.live(on: .chosen()).rawValue,
            threads: cores.threads == 0 ? ProcessInfo.processInfo.activeProcessorCount : cores.threads,
            sizes: try sizes.map { size in
                let run = BenchmarkRun(
                    photograph: photograph, library: library, width: size.width, height: size.height,
                    threads: cores.threads, seconds: seconds)
                return BenchmarkReport.Size(width: size.width, height: size.height, parts: try run.parts())
            })
        if json {
            try writeJSON(report)
        } else {
            try StandardStream.output.write(report.text)
        }
    }

    private func runLayers(_ library: StyleLibrary, _ photograph: Picture) throws {
        let set = try InstructionSet.chosen()
        let sizes = size.isEmpty ? PictureSizeArgument.squares : size
        let reports = try sizes.flatMap { size in
            let photograph = photograph.filling(width: size.width, height: size.height)
            return try Precision.allCases.filter { $0.isSupported(by: set) }.map { precision in
                try LayerBenchmark(photograph: photograph, library: library, precision: precision)
                    .report(seconds: seconds)
            }
        }
        try write(reports, as: \.text)
    }

    private func runLatency(_ library: StyleLibrary) throws {
        let report = try LatencyBenchmark(library: library, presses: presses, threads: cores.threads, seed: 1).report()
        if json {
            try writeJSON(report)
        } else {
            try StandardStream.output.write(report.text)
        }
    }

    private func runKernels(_ library: StyleLibrary) throws {
        let reports = try InstructionSet.allCases.flatMap { set in
            try Precision.allCases.filter { $0.isSupported(by: set) }.map { precision in
                try KernelBenchmark(weights: library.weights, size: 512, set: set, precision: precision)
                    .report(seconds: seconds)
            }
        }
        try write(reports, as: \.text)
    }

    private func write<Report: Encodable>(_ reports: [Report], as text: (Report) -> String) throws {
        if json {
            try writeJSON(reports)
        } else {
            try StandardStream.output.write(reports.map(text).joined(separator: "\n"))
        }
    }
}

extension PictureSizeArgument {
    /// A small terminal's picture and a usual one's.
    fileprivate static let defaults = ["256x256", "512x384"].compactMap(PictureSizeArgument.init(argument:))

    /// The sizes of the layers' tables.
    fileprivate static let squares = ["512x512", "1024x1024"].compactMap(PictureSizeArgument.init(argument:))
}
