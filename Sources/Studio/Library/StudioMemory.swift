import Files
import Foundation
import TOMLKit

/// What the studio remembers from one time to the next and may forget without harm: a small file in the state folder.
///
/// The user's own file, with its comments, is never written.
public struct StudioMemory: Sendable, Equatable {
    /// Whether the tour of the first start was shown.
    public var hasSeenTour = false
    /// The theme that was chosen in the studio, and the one that the configuration named then: a configuration that
    /// was changed since wins.
    public var theme: String?
    public var themeInstead: String?
    /// The names of the actions that were taken from the menu, the newest first.
    public var recentActions: [String] = []

    public init() {}

    /// Reads the memory; a file that is missing or broken is an empty one.
    public init(path: String) {
        guard let table = try? TOMLFile(path: path).table else { return }
        hasSeenTour = (try? table.flag("tour-seen")) ?? false
        theme = try? table.text("theme")
        themeInstead = try? table.text("theme-instead-of")
        let names = table["recent-actions"]?.array?.compactMap(\.string) ?? []
        recentActions = Array(names.prefix(Self.recentCount))
    }

    /// So many actions are remembered.
    static let recentCount = 8

    /// Keeps the memory for the next time.
    public func save(to path: String) throws {
        try makeFolder(folder(of: path))
        try writeAtomically(Array(text.utf8), to: path)
    }

    /// The theme to begin with, where none is asked for.
    ///
    /// - Parameter configured: what the configuration names now.
    package func theme(configured: String?) -> String? {
        theme != nil && themeInstead == configured ? theme : configured
    }

    private var text: String {
        let table = TOMLTable()
        table["tour-seen"] = hasSeenTour
        table["theme"] = theme
        table["theme-instead-of"] = themeInstead
        table["recent-actions"] = TOMLArray(recentActions)
        return "# Written by pastiche, which may lose it without harm.\n"
            + table.convert(options: .allowUnicodeStrings) + "\n"
    }
}
