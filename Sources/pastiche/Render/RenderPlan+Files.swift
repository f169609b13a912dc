import Files
import Foundation

extension RenderPlan {
    /// - Returns: the folder if it was not there before.
    func makeOutputFolder() throws -> String? {
        guard let folder, !FileManager.default.fileExists(atPath: folder) else { return nil }
        try makeFolder(folder)
        return folder
    }
}

extension RenderPlan.Source {
    /// Where it is, if it is a file.
    var path: String? {
        if case .file(let path) = self { path } else { nil }
    }

    /// What progress and errors call it.
    var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "standard input"
        }
    }

    func read() throws -> [UInt8] {
        switch self {
        case .file(let path): try readFile(path)
        case .standardInput: try readToEnd(STDIN_FILENO, name: name)
        }
    }
}
