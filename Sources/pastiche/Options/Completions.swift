import Studio
import StyleTransfer

/// What a shell offers for values that only the program knows. Nothing here fails: a shell has no use for errors.
enum Completions {
    /// Continues a mix with the styles that it does not name yet.
    @Sendable static func mix(arguments: [String], index: Int, prefix: String) -> [String] {
        guard let library = try? StyleLibrary.installed() else { return [] }
        let written = prefix.drop { $0 == "\"" || $0 == "'" }
        let parts = written.split(separator: ",", omittingEmptySubsequences: false)
        let taken = Set(parts.dropLast().map { part in String(part.prefix { $0 != "=" }) })
        let head = parts.dropLast().map { $0 + "," }.joined()
        return library.styles.map(\.id).filter { !taken.contains($0) }.map { head + $0 }
    }

    @Sendable static func style(arguments: [String], index: Int, prefix: String) -> [String] {
        (try? StyleLibrary.installed().styles.map(\.id)) ?? []
    }

    @Sendable static func ownStyle(arguments: [String], index: Int, prefix: String) -> [String] {
        (try? OwnStyleStore().list().styles.map(\.id)) ?? []
    }

    @Sendable static func preset(arguments: [String], index: Int, prefix: String) -> [String] {
        (try? PresetStore().list().presets.map(\.name)) ?? []
    }

    @Sendable static func theme(arguments: [String], index: Int, prefix: String) -> [String] {
        ThemeLibrary().names
    }
}
