/// What a key, a button or a hint does.
public enum Command: Sendable, Hashable {
    // Anywhere.
    case help, repaint, suspend, quitAtOnce
    // The easel.
    case quit, nextPanel, previousPanel
    case up, down, less, more, lessFinely, moreFinely
    /// Sets the slider to per cent.
    case set(Int)
    case addStyle, removeStyle, mute, solo, weaker, stronger
    case undo, redo, toggleOriginal, zoomIn, zoomOut
    case choosePreset, savePreset, export, cancelExport, openPhotograph, readMessage
    // Lists.
    case pageUp, pageDown, first, last, choose, close, filter, parent, delete
    // Forms and questions.
    case nextField, previousField, confirm, decline
}
