import Files

/// Weights that do not make a style network, or a row that a network does not have.
public struct StyleNetworkError: UserFacingError, Equatable {
    /// The weight file, by path or by name.
    public let file: String
    public let problem: Problem

    public enum Problem: Sendable, Equatable {
        case missingTensor(String)
        /// A tensor that is part of no style network, or of one with more blocks than the file has in full.
        case unexpectedTensor(String)
        case wrongShape(tensor: String, found: [Int], needed: [Extent])
        /// Gamma and beta must have the same number of rows in all conditioned norms.
        case inconsistentRows(tensor: String, found: Int, needed: Int)
        /// Infinite values or not-a-numbers.
        case notFinite(tensor: String)
        case noSuchRow(Int, rows: Int)
    }

    /// What one dimension of a tensor must be.
    public enum Extent: Sendable, Equatable, CustomStringConvertible {
        case exactly(Int)
        /// Any positive number.
        case channels
        /// Any positive number.
        case rows
        /// Any odd number.
        case kernel

        public var description: String {
            switch self {
            case .exactly(let extent): String(extent)
            case .channels: "channels"
            case .rows: "rows"
            case .kernel: "kernel"
            }
        }

        func allows(_ extent: Int) -> Bool {
            switch self {
            case .exactly(let needed): extent == needed
            case .channels, .rows: extent > 0
            case .kernel: extent % 2 == 1
            }
        }
    }

    public init(_ file: String, _ problem: Problem) {
        self.file = file
        self.problem = problem
    }

    public var description: String {
        if case .noSuchRow(let row, let rows) = problem {
            return "\(printable(file)) has no style row \(row), only 0 to \(rows - 1); catalogue and weights must match"
        }
        return "\(printable(file)) is no style network: \(reason); use weights made for Pastiche"
    }

    public var exitStatus: ExitStatus { .dataError }

    private var reason: String {
        switch problem {
        case .missingTensor(let name):
            "it lacks \(printable(name))"
        case .unexpectedTensor(let name):
            "nothing uses its tensor \(printable(name))"
        case .wrongShape(let tensor, let found, let needed):
            "\(printable(tensor)) is \(found), not \(needed)"
        case .inconsistentRows(let tensor, let found, let needed):
            "\(printable(tensor)) has \(found) rows where others have \(needed)"
        case .notFinite(let tensor):
            "\(printable(tensor)) holds infinite or undefined values"
        case .noSuchRow:
            "it lacks a row"
        }
    }
}
