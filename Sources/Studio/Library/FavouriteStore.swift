import Files
import Foundation
import TOMLKit

/// The styles that the user likes best, in one TOML file.
public struct FavouriteStore: Sendable, Equatable {
    private static let version = 1
    private static let what = "the favourites"

    public let path: String

    public init(path: String) {
        self.path = path
    }

    public init(directories: UserDirectories = UserDirectories()) {
        self.init(path: directories.data + "/favourites.toml")
    }

    /// Ids of styles in the order in which they were marked; the library need not have all of them. A broken file is
    /// renamed before the error is thrown, so that the next call finds none.
    ///
    /// - Throws: `KeptFileError`; `FileError` for a file that cannot be read.
    public func read() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            let table = try TOMLFile(path: path).table
            if let version = try table.wholeNumber("version"), version > Self.version {
                throw KeptFileError.laterVersion(what: Self.what, path: path, version: version)
            }
            return try table.texts("styles") ?? []
        } catch let problem as TOMLFile.Problem {
            throw KeptFileError.settingAside(what: Self.what, path: path, reason: problem.reason)
        }
    }

    /// Marks a style or takes its mark away, among those that the file has by now; other studios write there too.
    ///
    /// - Returns: all favourites.
    /// - Throws: what `read` throws, `FileError` where the file cannot be written.
    public func set(_ style: String, isFavourite: Bool) throws -> [String] {
        var styles = try read().filter { $0 != style }
        if isFavourite { styles.append(style) }
        let table = TOMLTable()
        table["styles"] = TOMLArray(styles)
        let text = """
            # Marked with * in the studio's style browser.
            version = \(Self.version)
            \(table.convert(options: .allowUnicodeStrings))

            """
        try makeFolder(Files.folder(of: path))
        try writeAtomically(Array(text.utf8), to: path)
        return styles
    }
}
