/// What a key, a button or a hint does.
public enum Command: Sendable, Hashable {
    // Anywhere.
    case help, repaint, suspend, quitAtOnce
    // The easel.
    case quit, nextPanel, previousPanel, openMenu, takeTour, showMessages, nextTheme, chooseTheme
    case up, down, less, more, lessFinely, moreFinely
    /// Sets the slider to per cent.
    case set(Int)
    case addStyle, removeStyle, mute, solo, lock, weaker, stronger, finer, broader
    case lessColour, moreColour, colourWay
    case moveEntryUp, moveEntryDown, spreadEvenly, randomise
    case pinMoment, showMoments, restoreMoment, restoreSession
    case undo, redo, toggleOriginal, zoomIn, zoomOut, viewLeft, viewRight, viewUp, viewDown
    case choosePreset, savePreset, export, cancelExport, cancelAllExports, showExports, openPhotograph, readMessage
    // Exploring.
    case variations, narrower, wider, reroll, giveUp
    case compare, swapSides, nextPair, beside
    case pad, upFinely, downFinely, middle
    /// A variation, a corner of the pad, or the place of a divider in tenths; from 1.
    case pick(Int)
    // Lists.
    case pageUp, pageDown, first, last, choose, close, filter, parent, delete, undoDelete, rename
    case tryAlone, favourite, onlyFavourites
    // Forms and questions.
    case nextField, previousField, confirm, decline
    // The tour.
    case nextCard, previousCard

    /// Whether it moves a slider or the focus: what hands do by heart and nobody looks up.
    var isMotion: Bool {
        switch self {
        case .up, .down, .less, .more, .lessFinely, .moreFinely, .upFinely, .downFinely, .set, .pick,
            .weaker, .stronger, .finer, .broader, .lessColour, .moreColour, .viewLeft, .viewRight, .viewUp, .viewDown,
            .pageUp, .pageDown, .first, .last, .nextPanel, .previousPanel, .nextField, .previousField:
            true
        default: false
        }
    }
}
