import Files
import Foundation
import Imaging
import Networks
import StyleTransfer

/// Runs the engine at the word of another program, so that it can be timed in turns with others.
///
/// A request is a line on standard input and is answered by a line on standard output; see `BenchmarkRequest`.
struct BenchmarkServer {
    private let library: StyleLibrary
    private let photograph: Picture
    private let threads: Int
    private var work: BenchmarkWork?

    init(library: StyleLibrary, photograph: Picture, threads: Int) {
        self.library = library
        self.photograph = photograph
        self.threads = threads
    }

    /// Answers until standard input ends.
    mutating func serve() throws {
        while let line = readLine() {
            do {
                try StandardStream.output.write(try answer(BenchmarkRequest(line)) + "\n")
            } catch let error as StreamError {
                throw error
            } catch let error as any UserFacingError {
                try StandardStream.output.write("error \(printable(error.description))\n")
            }
        }
    }

    private mutating func answer(_ request: BenchmarkRequest) throws -> String {
        switch request {
        case .photograph(let width, let height, let path):
            try write(photograph.filling(width: width, height: height), to: path)
        case .load(let part, let precision, let width, let height, let rows):
            // The last one's memory goes first.
            work = nil
            work = try BenchmarkWork(
                part: part, precision: precision, photograph: photograph.filling(width: width, height: height),
                rows: rows,
                library: library, threads: threads)
        case .mix(let rows):
            guard work != nil else { throw BenchmarkRequestError.nothingLoaded }
            work?.rows = rows
        case .run(let count):
            guard work != nil else { throw BenchmarkRequestError.nothingLoaded }
            return try (0..<count).map { _ in "\(try work?.run() ?? 0)" }.joined(separator: " ")
        case .write(let path):
            guard let work else { throw BenchmarkRequestError.nothingLoaded }
            try write(work.picture, to: path)
        }
        return "done"
    }

    /// Planes of 32-bit floats, or a PNG if the name says so.
    private func write(_ picture: Picture, to path: String) throws {
        if PictureFormat(path: path) == .png {
            try picture.write(to: path, as: .png(bitDepth: 8), replacingExisting: true)
        } else {
            let bytes = picture.samples.withUnsafeBytes { Array($0) }
            try writeAtomically(bytes, to: path, replacingExisting: true)
        }
    }
}

/// One part of the network at one size, ready to run again and again.
struct BenchmarkWork {
    private let part: BenchmarkRequest.Part
    private let precision: Precision
    private let photograph: Picture
    /// The mix.
    var rows: [(row: Int, weight: Float)]
    private let library: StyleLibrary
    private let threads: Int
    private var session: StyleNetworkSession
    private var conditioning: Conditioning
    /// What was painted last.
    private(set) var picture: Picture

    init(
        part: BenchmarkRequest.Part, precision: Precision, photograph: Picture, rows: [(row: Int, weight: Float)],
        library: StyleLibrary, threads: Int
    ) throws {
        self.part = part
        self.precision = precision
        self.photograph = photograph
        self.rows = rows
        self.library = library
        self.threads = threads
        session = try StyleNetworkSession(
            network: library.network(), photograph: photograph, threads: threads, precision: precision)
        conditioning = try library.weights.conditioning(rows: rows)
        picture = Picture(width: photograph.width, height: photograph.height)
    }

    /// Paints once, the styles' rows mixed anew as a slider asks for.
    ///
    /// - Returns: milliseconds.
    mutating func run() throws -> Double {
        let clock = ContinuousClock()
        let begin = clock.now
        if part == .whole {
            session = try StyleNetworkSession(
                network: library.network(), photograph: photograph, threads: threads, precision: precision)
        }
        try library.weights.mix(rows: rows, into: &conditioning)
        try session.paint(conditioning, into: &picture)
        return begin.duration(to: clock.now).milliseconds
    }
}
