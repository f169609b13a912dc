import Files
import Networks

/// What a program that compares engines asks for, one line each, words between spaces:
///
///     photograph <width> <height> <path>
///     load <part> <precision> <width> <height> <row>=<weight> ...
///     mix <row>=<weight> ...
///     run <times>
///     write <path>
///
/// `photograph` and `write` write the input and what was painted last: planes of 32-bit floats, or a PNG where the
/// path ends so. `load` makes a part of the network ready, `mix` changes its mix. `run` answers with the milliseconds
/// of each time, the others with `done`; what cannot be done is answered with `error` and why.
enum BenchmarkRequest {
    enum Part: String {
        /// From a photograph to the picture, nothing kept from before but the prepared weights.
        case whole
        /// What a slider asks for: everything behind what does not depend on the styles.
        case interactive
    }

    case photograph(width: Int, height: Int, path: String)
    case load(part: Part, precision: Precision, width: Int, height: Int, rows: [(row: Int, weight: Float)])
    case mix(rows: [(row: Int, weight: Float)])
    case run(times: Int)
    case write(path: String)

    init(_ line: String) throws(BenchmarkRequestError) {
        let words = line.split(separator: " ")
        func size(_ index: Int) throws(BenchmarkRequestError) -> Int {
            guard let size = Int(words[index]), PictureSizeArgument.sides.contains(size) else {
                throw .notUnderstood(line)
            }
            return size
        }
        func row(_ word: Substring) throws(BenchmarkRequestError) -> (row: Int, weight: Float) {
            let pair = word.split(separator: "=")
            guard pair.count == 2, let row = Int(pair[0]), let weight = Float(pair[1]) else {
                throw .notUnderstood(line)
            }
            return (row, weight)
        }
        switch (words.first, words.count) {
        case ("photograph", 4):
            self = .photograph(width: try size(1), height: try size(2), path: String(words[3]))
        case ("load", 6...):
            guard let part = Part(rawValue: String(words[1])) else { throw .notUnderstood(line) }
            guard let precision = Precision(rawValue: String(words[2])) else {
                throw .noSuchPrecision(String(words[2]))
            }
            let rows = try words[5...].map(row)
            self = .load(part: part, precision: precision, width: try size(3), height: try size(4), rows: rows)
        case ("mix", 2...):
            self = .mix(rows: try words[1...].map(row))
        case ("run", 2):
            guard let times = Int(words[1]), (1...1000).contains(times) else { throw .notUnderstood(line) }
            self = .run(times: times)
        case ("write", 2):
            self = .write(path: String(words[1]))
        default:
            throw .notUnderstood(line)
        }
    }
}

/// A request that cannot be met.
enum BenchmarkRequestError: UserFacingError {
    case notUnderstood(String)
    case noSuchPrecision(String)
    case nothingLoaded

    var description: String {
        switch self {
        case .notUnderstood(let line): "cannot understand '\(line)'"
        case .noSuchPrecision(let name): "there are no kernels for \(name)"
        case .nothingLoaded: "nothing to run; ask for 'load' first"
        }
    }

    var exitStatus: ExitStatus { .usage }
}
