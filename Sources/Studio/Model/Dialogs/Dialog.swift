/// What lies over the easel and takes the keys.
public enum Dialog: Sendable, Equatable {
    case photographs(FileBrowser)
    case styles(StyleChooser)
    case presets(PresetChooser)
    case savePreset(PresetForm)
    case export(ExportForm)
    /// Every action by name.
    case menu(ActionMenu)
    /// The table of keys, from a row on.
    case help(first: Int)
    /// The last message in full.
    case message
    /// An export is running: shall it be given up?
    case confirmQuit
}
