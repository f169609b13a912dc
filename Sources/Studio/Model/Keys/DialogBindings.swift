import TerminalGraphics

extension KeyBindings {
    /// The keys of lists.
    static let lists: [KeyBinding] = [
        bind(.list, .up, [.init(.up)] + characters("k"), .lists, "choose a row", title: "row above"),
        bind(.list, .down, [.init(.down)] + characters("j"), .lists, "choose a row", title: "row below"),
        bind(.list, .pageUp, [.init(.pageUp)], .lists, "a page up, down", title: "page up"),
        bind(.list, .pageDown, [.init(.pageDown)], .lists, "a page up, down", title: "page down"),
        bind(.list, .first, [.init(.home)] + characters("g"), .lists, "first, last row", title: "first row"),
        bind(.list, .last, [.init(.end)] + characters("G"), .lists, "first, last row", title: "last row"),
        bind(.list, .choose, [.init(.enter)], .lists, "take the row", hint: "choose"),
        bind(.browser, .choose, [.init(.right)] + characters("l"), nil, "take the row"),
        bind(.presets, .choose, characters("l"), nil, "take the row"),
        bind(
            .browser, .parent, [.init(.left), .init(.backspace)] + characters("h"), .lists, "the folder above",
            hint: "up"),
        bind(.presets, .delete, characters("d") + [.init(.delete)], .lists, "delete the preset", hint: "delete"),
        bind(.presets, .undoDelete, characters("u"), .lists, "bring a preset back"),
        bind(.presets, .rename, characters("r"), .lists, "rename the preset", hint: "rename"),
        bind(.exports, .cancelExport, characters("cd") + [.init(.delete)], nil, "cancel the export", hint: "cancel"),
        bind(.exports, .cancelAllExports, characters("C"), .lists, "cancel all exports", hint: "all"),
        bind(.list, .filter, characters("/"), .lists, "filter by words", hint: "filter"),
        bind(.list, .close, [.init(.escape)] + characters("q"), .lists, "close", hint: "close"),
        bind(.list, .help, characters("?"), nil, "this page", hint: "help", title: "help: all keys"),
        bind(.styles, .less, [.init(.left)] + characters("h"), nil, "the style before"),
        bind(.styles, .more, [.init(.right)] + characters("l"), nil, "the next style"),
        bind(.styles, .tryAlone, characters("s"), .lists, "try a style alone", hint: "alone"),
        bind(.styles, .favourite, characters("*i"), .lists, "mark a favourite", hint: "favourite"),
        bind(.styles, .onlyFavourites, characters("f"), .lists, "favourites only", hint: "only those"),
        bind(.list, .readMessage, characters("!"), nil, "read the message in full"),
        bind(.list, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
    ]

    /// Pages to be read, and the tour.
    static let pages: [KeyBinding] = [
        bind(.scroll, .up, [.init(.up)] + characters("k"), nil, "scroll", title: "scroll up"),
        bind(.scroll, .down, [.init(.down)] + characters("j"), nil, "scroll", hint: "scroll", title: "scroll down"),
        bind(.scroll, .pageUp, [.init(.pageUp)], nil, "a page up, down", title: "page up"),
        bind(.scroll, .pageDown, [.init(.pageDown)] + characters(" "), nil, "a page up, down", title: "page down"),
        bind(.page, .close, [.init(.escape), .init(.enter)] + characters("q?"), nil, "close", hint: "close"),
        bind(.page, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
        bind(
            .tour, .nextCard, [.init(.enter), .init(.right)] + characters("l "), nil, "next card", hint: "next"),
        bind(
            .tour, .previousCard, [.init(.left), .init(.backspace)] + characters("h"), nil, "card before", hint: "back"),
        bind(.tour, .close, [.init(.escape)] + characters("q"), nil, "skip the tour", hint: "skip"),
    ]

    /// Where text is typed, and questions.
    static let forms: [KeyBinding] = [
        bind(.typing, .confirm, [.init(.enter)], nil, "keep the filter", hint: "keep"),
        bind(.typing, .close, [.init(.escape)], nil, "drop the filter", hint: "drop"),
        bind(.typing, .up, [.init(.up)], nil, "choose a row", title: "row above"),
        bind(.typing, .down, [.init(.down)], nil, "choose a row", hint: "next", title: "row below"),
        bind(.menu, .choose, [.init(.enter)], nil, "do it", hint: "do it"),
        bind(.menu, .up, [.init(.up), control("p")], nil, "choose a row", title: "row above"),
        bind(.menu, .down, [.init(.down), control("n")], nil, "choose a row", hint: "next", title: "row below"),
        bind(.menu, .pageUp, [.init(.pageUp)], nil, "a page up, down", title: "page up"),
        bind(.menu, .pageDown, [.init(.pageDown)], nil, "a page up, down", title: "page down"),
        bind(.menu, .close, [.init(.escape)], nil, "close", hint: "close"),
        bind(.form, .confirm, [.init(.enter)], nil, "go", hint: "go"),
        bind(.form, .nextField, [.init(.tab), .init(.down)], nil, "next field", hint: "next"),
        bind(.form, .previousField, [.init(.backTab), .init(.up)], nil, "previous field"),
        bind(.choice, .less, [.init(.left)], nil, "another word", title: "word before"),
        bind(.choice, .more, [.init(.right)] + characters(" "), nil, "another word", hint: "other", title: "next word"),
        bind(.form, .close, [.init(.escape)], nil, "close", hint: "close"),
        bind(.choice, .help, characters("?"), nil, "this page", title: "help: all keys"),
        bind(.choice, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
        bind(.question, .confirm, characters("y") + [.init(.enter)], nil, "yes", hint: "yes"),
        bind(.question, .decline, characters("n") + [.init(.escape)] + characters("q"), nil, "no", hint: "no"),
        bind(.question, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
    ]
}
