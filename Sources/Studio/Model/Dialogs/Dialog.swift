/// What lies over the easel and takes the keys.
public enum Dialog: Sendable, Equatable {
    case photographs(FileBrowser)
    case styles(StyleChooser)
    case presets(PresetChooser)
    case savePreset(PresetForm)
    case export(ExportForm)
    case themes(ThemeChooser)
    /// A card of what a first start shows.
    case tour(card: Int)
    /// The messages of the session, from a line on.
    case messages(first: Int)
    /// The queue of exports.
    case exports(ExportList)
    /// Every action by name.
    case menu(ActionMenu)
    /// A mix as a place in a field.
    case pad(Pad)
    /// A sheet of mixes around the present one.
    case variations(Variations)
    /// Two pictures of the photograph.
    case comparison(Comparison)
    /// The table of keys, from a row on.
    case help(first: Int)
    /// The last message in full.
    case message
    /// A session was cut off: shall it go on?
    case resume(SessionOffer)
    /// An export is running: shall it be given up?
    case confirmQuit
}
