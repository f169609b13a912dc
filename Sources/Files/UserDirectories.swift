import Foundation

/// Where Pastiche keeps a user's things, after the XDG base directory specification.
public struct UserDirectories: Sendable, Equatable {
    /// Settings: `config.toml`, the user's themes.
    public var configuration: String
    /// What the user made: presets, styles.
    public var data: String
    /// What may be lost without harm: logs.
    public var state: String

    /// - Parameter environment: the process environment; a variable that is not an absolute path is ignored,
    ///   as the specification asks.
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let home = environment["HOME"] ?? NSHomeDirectory()
        func place(_ variable: String, _ fallback: String) -> String {
            if let value = environment[variable], value.hasPrefix("/") { return value + "/pastiche" }
            return home + fallback + "/pastiche"
        }
        configuration = place("XDG_CONFIG_HOME", "/.config")
        data = place("XDG_DATA_HOME", "/.local/share")
        state = place("XDG_STATE_HOME", "/.local/state")
    }

    /// Where presets live, one TOML file each.
    public var presets: String { data + "/presets" }
    /// Where the user's own styles live, one file each.
    public var styles: String { data + "/styles" }
    /// Where the user's themes live, one TOML file each.
    public var themes: String { configuration + "/themes" }
    /// The user's settings.
    public var configurationFile: String { configuration + "/config.toml" }
    /// What the studio remembers between sessions.
    public var memory: String { state + "/studio.toml" }
    /// The studio's log.
    public var log: String { state + "/pastiche.log" }
}

/// Makes a folder with all its parents if it is not there.
public func makeFolder(_ path: String) throws(FileError) {
    do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
        throw .cannotWrite(path: path, code: errno == 0 ? EACCES : errno)
    }
}
