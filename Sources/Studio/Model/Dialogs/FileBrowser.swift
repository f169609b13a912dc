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
    /// Whether the folder's content has not come yet.
    public internal(set) var isLoading = true
    public internal(set) var selection = ListSelection()
    public internal(set) var filter = Filter()

    init(path: String) {
        self.path = path
    }

    /// What the list shows; the way up stays whatever the filter says.
    public var rows: [Row] {
        var rows: [Row] = path == "/" ? [] : [.parent]
        rows += folders.filter(filter.matches).map(Row.folder)
        rows += photographs.filter(filter.matches).map(Row.photograph)
        return rows
    }

    /// The path of something in this folder.
    func path(of name: String) -> String {
        path.hasSuffix("/") ? path + name : path + "/" + name
    }

    var parent: String { Files.folder(of: path) }
}
