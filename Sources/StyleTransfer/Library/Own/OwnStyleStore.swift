import Files
import Foundation

/// The user's own styles in a folder, one file each.
///
/// The name in the file counts, not the file's own; so people may rename files as they like.
public struct OwnStyleStore: Sendable, Equatable {
    /// What `list` found.
    public struct Listing: Sendable, Equatable {
        /// Sorted by name.
        public var styles: [OwnStyle] { files.map(\.style) }
        /// One for each file that is not in `styles`.
        public fileprivate(set) var problems: [OwnStyleError] = []
        fileprivate(set) var files: [(path: String, style: OwnStyle)] = []

        public static func == (left: Listing, right: Listing) -> Bool {
            left.styles == right.styles && left.problems == right.problems
        }
    }

    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// The styles of the user.
    public init(directories: UserDirectories = UserDirectories()) {
        self.init(folder: directories.styles)
    }

    /// Reads all styles and changes nothing. A file that is no style is among the problems; the rest still count.
    ///
    /// - Throws: `FileError` if the folder cannot be read; one that is not there is empty.
    public func list() throws(FileError) -> Listing {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return Listing() }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .cannotRead(path: folder, code: isFolder.boolValue ? EACCES : ENOTDIR)
        }
        var listing = Listing()
        for name in names.sorted() where name.hasSuffix(OwnStyle.fileEnding) && !name.hasPrefix(".") {
            let path = folder + "/" + name
            do {
                let style = try OwnStyle.read(path: path)
                if listing.files.contains(where: { $0.style.id == style.id }) {
                    listing.problems.append(.repeated(path: path, id: style.id))
                } else {
                    listing.files.append((path, style))
                }
            } catch let problem as OwnStyleError {
                listing.problems.append(problem)
            } catch {
                listing.problems.append(.unreadable(path: path))
            }
        }
        listing.files.sort { $0.style.id < $1.style.id }
        return listing
    }

    /// The style of that name.
    ///
    /// - Throws: `OwnStyleError.unknown`.
    public func find(_ id: String) throws -> OwnStyle {
        try find(id, in: list()).style
    }

    /// Keeps a style.
    ///
    /// - Throws: `FileError.exists` if there is one of that name and `replacing` is false, `OwnStyleError.badName`.
    public func save(_ style: OwnStyle, replacing: Bool = false) throws {
        guard OwnStyle.isID(style.id) else { throw OwnStyleError.badName(style.id) }
        try makeFolder(folder)
        if let existing = try list().files.first(where: { $0.style.id == style.id }) {
            guard replacing else { throw FileError.exists(path: existing.path) }
            try writeAtomically(style.encoded(), to: existing.path)
        } else {
            try writeNew(style)
        }
    }

    /// Removes a style.
    ///
    /// - Throws: `OwnStyleError.unknown`, `FileError`.
    public func remove(_ id: String) throws {
        let path = try find(id, in: list()).path
        guard unlink(path) == 0 else { throw FileError.cannotWrite(path: path, code: errno) }
    }

    /// Gives a style another name; its title stays. The file keeps its own name.
    ///
    /// - Throws: `OwnStyleError.unknown`, `.badName`, `FileError.exists` if the new name is taken.
    public func rename(_ id: String, to other: String) throws {
        guard OwnStyle.isID(other) else { throw OwnStyleError.badName(other) }
        let listing = try list()
        let existing = try find(id, in: listing)
        if other != id, let taken = listing.files.first(where: { $0.style.id == other }) {
            throw FileError.exists(path: taken.path)
        }
        var style = existing.style
        style.id = other
        try writeAtomically(style.encoded(), to: existing.path)
    }

    private func find(_ id: String, in listing: Listing) throws(OwnStyleError) -> (path: String, style: OwnStyle) {
        guard let existing = listing.files.first(where: { $0.style.id == id }) else {
            throw .unknown(id: id, known: listing.styles.map(\.id))
        }
        return existing
    }

    /// Writes a file that is not there yet, under the first free name: the obvious one may hold something broken.
    private func writeNew(_ style: OwnStyle) throws {
        let bytes = try style.encoded()
        let stem = folder + "/" + style.id
        for number in 1...99 {
            let path = stem + (number == 1 ? "" : "-\(number)") + OwnStyle.fileEnding
            do {
                return try writeAtomically(bytes, to: path, replacingExisting: false)
            } catch FileError.exists {
                continue
            }
        }
        throw FileError.exists(path: stem + OwnStyle.fileEnding)
    }
}
