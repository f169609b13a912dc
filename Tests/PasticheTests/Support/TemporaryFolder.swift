import Foundation

/// A new folder for one test, gone with the value that holds it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        path = root.appendingPathComponent("pastiche-test-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // A test may have taken the permission to write away.
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something inside.
    func path(_ name: String) -> String { path + "/" + name }

    /// Everything inside, hidden things included, as sorted paths relative to the folder.
    func contents() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    }
}
