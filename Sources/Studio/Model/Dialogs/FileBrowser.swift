import Files

/// Looking for a photograph: one folder at a time.
public struct FileBrowser: Sendable, Equatable {
    /// A row of the list.
    public enum Row: Sendable, Equatable {
        case parent
        case folder(String)
        case photograph(String)
    }

    /// The folder that is shown, absolute.
    public internal(set) var path: String
    public internal(set) var folders: [String] = []
    public internal(set) var photographs: [String] = []
    /// The folder whose content was asked for and has not come yet.
    public internal(set) var loading: String?
    public internal(set) var list = FilteredList()

    /// Whether a painting that is chosen becomes the photograph, instead of being restored.
    public internal(set) var takesPaintingsAsPhotographs = false

    init(path: String) {
        self.path = path
        loading = path
    }

    /// What the list shows; the way up stays whatever the filter says.
    public var rows: [Row] {
        var rows: [Row] = path == "/" ? [] : [.parent]
        rows += folders.filter(list.filter.matches).map(Row.folder)
        rows += photographs.filter(list.filter.matches).map(Row.photograph)
        return rows
    }

    /// The path of something in this folder.
    func path(of name: String) -> String {
        path.hasSuffix("/") ? path + name : path + "/" + name
    }

    var parent: String { Files.folder(of: path) }

    /// Shows the folder that was asked for; what comes late is dropped.
    mutating func show(path: String, folders: [String], photographs: [String]) {
        guard path == loading else { return }
        loading = nil
        let before = self.path
        self.path = path
        self.folders = folders
        self.photographs = photographs
        list = FilteredList()
        // On the way up, the folder that was left is where the eye is.
        let left = path == Files.folder(of: before) ? before.split(separator: "/").last.map(String.init) : nil
        list.selection.index =
            left.flatMap { rows.firstIndex(of: .folder($0)) }
            ?? (rows.first == .parent && rows.count > 1 ? 1 : 0)
    }

    /// The folder that was asked for cannot be shown: the old one stays.
    mutating func giveUp(path: String) {
        if path == loading { loading = nil }
    }
}
