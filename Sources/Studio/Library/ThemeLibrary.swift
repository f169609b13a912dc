import Files
import Foundation
import Themes

/// The themes at hand: those that ship, and the user's, which win where the names are the same.
public struct ThemeLibrary: Sendable, Equatable {
    /// The theme of a user who chose none.
    public static let standard = "umber"
    private static let ending = ".toml"

    /// Where themes are looked for, the most important first.
    private let folders: [String]

    public init(directories: UserDirectories = UserDirectories()) {
        self.init(
            folders: [directories.themes] + (Themes.folder.map { [$0] } ?? []))
    }

    package init(folders: [String]) {
        self.folders = folders
    }

    /// The names of all themes, sorted.
    public var names: [String] {
        let files = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
        let names = files.filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }.map {
            $0.dropLast(Self.ending.count)
        }
        return Set(names.map(String.init)).sorted()
    }

    /// The theme of that name.
    ///
    /// - Parameter name: nil for the standard.
    /// - Throws: `ThemeError` for an unknown name or a broken file, `FileError` for one that cannot be read.
    public func theme(named name: String? = nil) throws -> Theme {
        let name = name ?? Self.standard
        for folder in folders where !name.contains("/") {
            let path = folder + "/" + name + Self.ending
            guard FileManager.default.fileExists(atPath: path) else { continue }
            return try Self.read(path, name: name)
        }
        // The studio is worth more than its colours.
        if name == Self.standard { return .plain }
        throw ThemeError.unknown(name: name, known: names)
    }

    /// All themes, sorted by name, and what is wrong with those that cannot be used.
    public func all() -> (themes: [Theme], problems: [any Error]) {
        var themes: [Theme] = []
        var problems: [any Error] = []
        for name in names {
            do {
                themes.append(try theme(named: name))
            } catch {
                problems.append(error)
            }
        }
        return (themes, problems)
    }

    private static func read(_ path: String, name: String) throws -> Theme {
        do {
            return try Theme(name: name, TOMLFile(path: path))
        } catch let problem as TOMLFile.Problem {
            throw ThemeError.broken(path: path, reason: problem.reason)
        }
    }
}
