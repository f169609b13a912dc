import Files
import Foundation

/// The presets in a folder, one TOML file each.
///
/// The name in the file counts, not the file's own; so people may rename files as they like.
public struct PresetStore: Sendable, Equatable {
    /// What `list` found.
    public struct Listing: Sendable, Equatable {
        /// Sorted by name.
        public var presets: [Preset]
        /// One for each file that is not in `presets`.
        public var problems: [PresetError]

        public init(presets: [Preset], problems: [PresetError] = []) {
            self.presets = presets
            self.problems = problems
        }
    }

    public let folder: String
    private static let ending = ".toml"

    public init(folder: String) {
        self.folder = folder
    }

    /// The presets of the user.
    public init(directories: UserDirectories = UserDirectories()) {
        self.init(folder: directories.presets)
    }

    /// Reads all presets and changes nothing. A file that is no preset is among the problems; the rest still count.
    public func list() throws -> Listing {
        let files = try read()
        return Listing(presets: files.presets.map(\.preset), problems: files.problems)
    }

    /// Reads all presets for someone who sees the problems. A file that is no preset is renamed to end in `.broken`,
    /// so that it is told once; one of a later version or without permission stays where it is.
    public func listSettingAside() throws -> Listing {
        var listing = try list()
        for (index, problem) in listing.problems.enumerated() {
            if case .broken(let path, let reason) = problem { listing.problems[index] = setAside(path, reason: reason) }
        }
        return listing
    }

    /// The preset of that name, or else in the file of that path.
    public func find(_ nameOrPath: String) throws -> Preset {
        let presets = try read().presets.map(\.preset)
        if let preset = presets.first(where: { $0.name == nameOrPath }) { return preset }
        guard nameOrPath.contains("/") || nameOrPath.hasSuffix(Self.ending) else {
            throw PresetError.unknown(name: nameOrPath, known: presets.map(\.name))
        }
        return try Self.read(nameOrPath)
    }

    /// Reads one file, wherever it is.
    ///
    /// - Throws: `FileError` if it cannot be read, `PresetError.broken` if it is no preset,
    ///   `PresetError.unknownVersion` if it may be one.
    public static func read(_ path: String) throws -> Preset {
        do {
            let file = try TOMLFile(path: path)
            let version = try file.table.wholeNumber("version") ?? Preset.currentVersion
            guard version == Preset.currentVersion else {
                throw PresetError.unknownVersion(path: path, version: version)
            }
            return try Preset(file)
        } catch let problem as TOMLFile.Problem {
            throw PresetError.broken(path: path, reason: problem.reason)
        }
    }

    /// Keeps a preset. In the file of one that it replaces, comments stay.
    ///
    /// - Throws: `FileError.exists` if there is one of that name and `replacing` is false, `PresetError.badName`.
    public func save(_ preset: Preset, replacing: Bool = false) throws {
        guard Preset.isName(preset.name) else { throw PresetError.badName(preset.name) }
        try makeFolder(folder)
        let presets = try read().presets
        if let existing = presets.first(where: { $0.preset.name == preset.name }) {
            guard replacing else { throw FileError.exists(path: existing.path) }
            try rewrite(existing.path, from: existing.preset, to: preset)
        } else {
            try writeNew(Array(preset.text.utf8), stem: Self.fileName(for: preset.name))
        }
    }

    /// A preset that was deleted, to the last byte.
    public struct Deleted: Sendable, Equatable {
        public let name: String
        fileprivate let path: String
        fileprivate let bytes: [UInt8]
    }

    /// Deletes a preset.
    ///
    /// - Returns: what `restore` brings back.
    @discardableResult
    public func delete(_ name: String) throws -> Deleted {
        let path = try Self.find(name, among: read().presets).path
        let deleted = Deleted(name: name, path: path, bytes: try readFile(path))
        guard unlink(path) == 0 else { throw FileError.cannotWrite(path: path, code: errno) }
        return deleted
    }

    /// Brings a deleted preset back as it was, comments and all.
    ///
    /// - Throws: `FileError.exists` if there is another of its name by now.
    public func restore(_ deleted: Deleted) throws {
        try makeFolder(folder)
        if let other = try read().presets.first(where: { $0.preset.name == deleted.name }) {
            throw FileError.exists(path: other.path)
        }
        try writeNew(deleted.bytes, stem: String(deleted.path.dropFirst(folder.count + 1).dropLast(Self.ending.count)))
    }

    /// Gives a preset another name or summary; its file keeps its own name and its comments.
    ///
    /// - Throws: `PresetError.unknown`, `PresetError.badName`, `FileError.exists` if the new name is taken.
    public func change(_ name: String, to preset: Preset) throws {
        guard Preset.isName(preset.name) else { throw PresetError.badName(preset.name) }
        let presets = try read().presets
        let existing = try Self.find(name, among: presets)
        if preset.name != name, let other = presets.first(where: { $0.preset.name == preset.name }) {
            throw FileError.exists(path: other.path)
        }
        try rewrite(existing.path, from: existing.preset, to: preset)
    }

    private static func find(
        _ name: String, among presets: [(path: String, preset: Preset)]
    ) throws -> (path: String, preset: Preset) {
        guard let existing = presets.first(where: { $0.preset.name == name }) else {
            throw PresetError.unknown(name: name, known: presets.map(\.preset.name))
        }
        return existing
    }

    /// Changes what is different in a file. One whose layout nobody foresaw is written anew.
    private func rewrite(_ path: String, from old: Preset, to new: Preset) throws {
        let text = String(validating: try readFile(path), as: UTF8.self)
        let changed = text.flatMap { PresetEdit.text($0, from: old, to: new) } ?? new.text
        try writeAtomically(Array(changed.utf8), to: path)
    }

    /// Keeps the preset of a file that someone sent.
    ///
    /// - Parameter name: what to call it; nil for the name in the file.
    /// - Throws: like `read` and `save`.
    public func importPreset(_ path: String, named name: String? = nil, replacing: Bool = false) throws {
        var preset = try Self.read(path)
        if let name { preset.name = name }
        try save(preset, replacing: replacing)
    }

    /// Writes a preset to a file of its own.
    ///
    /// - Throws: `PresetError.unknown`, `FileError`.
    public func exportPreset(_ name: String, to path: String, replacing: Bool = false) throws {
        let preset = try find(name)
        try writeAtomically(Array(preset.text.utf8), to: path, replacingExisting: replacing)
    }

    // MARK: Files

    private struct Contents {
        var presets: [(path: String, preset: Preset)] = []
        var problems: [PresetError] = []
    }

    private func read() throws -> Contents {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return Contents() }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw FileError.cannotRead(path: folder, code: isFolder.boolValue ? EACCES : ENOTDIR)
        }
        var files = Contents()
        for name in names.sorted() where name.hasSuffix(Self.ending) && !name.hasPrefix(".") {
            let path = folder + "/" + name
            do {
                let preset = try Self.read(path)
                if files.presets.contains(where: { $0.preset.name == preset.name }) {
                    files.problems.append(.repeated(path: path, name: preset.name))
                } else {
                    files.presets.append((path, preset))
                }
            } catch let problem as PresetError {
                files.problems.append(problem)
            } catch {
                files.problems.append(.unreadable(path: path))
            }
        }
        files.presets.sort { ($0.preset.name.lowercased(), $0.path) < ($1.preset.name.lowercased(), $1.path) }
        return files
    }

    private func setAside(_ path: String, reason: String) -> PresetError {
        Files.setAside(path).map { .setAside(path: path, reason: reason, kept: $0) }
            ?? .broken(path: path, reason: reason)
    }

    /// Writes a file that is not there yet, under the first free name.
    private func writeNew(_ bytes: [UInt8], stem: String) throws {
        for number in 1...9999 {
            let path = folder + "/" + stem + (number == 1 ? "" : "-\(number)") + Self.ending
            do {
                return try writeAtomically(bytes, to: path, replacingExisting: false)
            } catch FileError.exists {
                continue
            }
        }
        throw FileError.exists(path: folder + "/" + stem + Self.ending)
    }

    /// A file name from a preset's: small letters and digits of any script, hyphens for the rest.
    static func fileName(for name: String) -> String {
        var words: [String] = [""]
        var length = 0
        for character in name.lowercased() {
            guard character.isLetter || character.isNumber else {
                if words.last != "" { words.append("") }
                continue
            }
            length += character.utf8.count
            // File names end at 255 bytes on most systems.
            if length > 120 { break }
            words[words.count - 1].append(character)
        }
        let stem = words.filter { !$0.isEmpty }.joined(separator: "-")
        return stem.isEmpty ? "preset" : stem
    }
}
