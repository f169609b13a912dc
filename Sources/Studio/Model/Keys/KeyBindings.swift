import TerminalGraphics

/// The one table of keys: what they do, what help says, what the hints line shows, in that order. A user's own keys
/// are in `KeyMap`.
public enum KeyBindings {
    public static let all: [KeyBinding] = easel + exploring + everywhere + lists + forms

    static func characters(_ text: String) -> [TerminalInput.Key] {
        text.map { TerminalInput.Key(.character($0)) }
    }

    static func control(_ letter: Character) -> TerminalInput.Key {
        TerminalInput.Key(.character(letter), control: true)
    }

    static func bind(
        _ context: KeyBinding.Context, _ command: Command, _ keys: [TerminalInput.Key],
        _ section: KeyBinding.Section?, _ summary: String, hint: String? = nil, title: String? = nil
    ) -> KeyBinding {
        KeyBinding(
            context: context, command: command, keys: keys, section: section, summary: summary, hint: hint,
            title: title ?? summary)
    }

    private static let easel: [KeyBinding] =
        [
            bind(
                .easel, .help, characters("?") + [.init(.function(1))], .program, "this page", hint: "help",
                title: "help: all keys"),
            bind(.easel, .openMenu, characters(":"), .program, "find an action", hint: "menu"),
            bind(.easel, .quit, characters("q"), .program, "quit", hint: "quit"),
            bind(
                .easel, .up, [.init(.up)] + characters("k"), .palette, "choose a slider", title: "slider above"),
            bind(
                .easel, .down, [.init(.down)] + characters("j"), .palette, "choose a slider",
                title: "slider below"),
            bind(
                .easel, .less, [.init(.left)] + characters("h"), .palette, "move it by 5 %", title: "slider − 5 %"),
            bind(
                .easel, .more, [.init(.right)] + characters("l"), .palette, "move it by 5 %", title: "slider + 5 %"),
            bind(
                .easel, .lessFinely, [.init(.left, shift: true)] + characters("H"), .palette, "move it by 1 %",
                title: "slider − 1 %"),
            bind(
                .easel, .moreFinely, [.init(.right, shift: true)] + characters("L"), .palette, "move it by 1 %",
                title: "slider + 1 %"),
            bind(
                .easel, .set(0), characters("0") + [.init(.home)], .palette, "set it to 0 … 90 %",
                title: "slider to 0 %"),
        ]
        + (1...9).map { digit in
            bind(
                .easel, .set(digit * 10), characters("\(digit)"), .palette, "set it to 0 … 90 %",
                title: "slider to \(digit * 10) %")
        } + [
            bind(
                .easel, .set(100), characters("x") + [.init(.end)], .palette, "set it to 100 %",
                title: "slider to 100 %"),
            bind(.easel, .addStyle, characters("a"), .palette, "add a style", hint: "add"),
            bind(.easel, .removeStyle, characters("d") + [.init(.delete)], .palette, "remove the style"),
            bind(.easel, .mute, characters("m"), .palette, "mute the style"),
            bind(.easel, .solo, characters("s"), .palette, "solo: this style alone"),
            bind(.easel, .lock, characters("g"), .palette, "lock its weight"),
            bind(
                .easel, .moveEntryDown, characters("J"), .palette, "move the style down, up",
                title: "move the style down"),
            bind(
                .easel, .moveEntryUp, characters("K"), .palette, "move the style down, up", title: "move the style up"),
            bind(.easel, .spreadEvenly, characters("~"), .palette, "spread evenly"),
            bind(.easel, .randomise, characters("r"), .palette, "chance weights"),
            bind(.easel, .weaker, characters("[-"), .palette, "strength of the mix", title: "strength − 5 %"),
            bind(.easel, .stronger, characters("]+="), .palette, "strength of the mix", title: "strength + 5 %"),
            bind(.easel, .finer, characters("{"), .palette, "finer, broader strokes", title: "strokes − 5 %"),
            bind(.easel, .broader, characters("}"), .palette, "finer, broader strokes", title: "strokes + 5 %"),
            bind(.easel, .undo, characters("u"), .palette, "undo"),
            bind(.easel, .redo, [control("r")], .palette, "redo"),
            bind(.easel, .toggleOriginal, characters("o "), .picture, "photograph or pastiche", hint: "original"),
            bind(.easel, .zoomIn, characters("z"), .picture, "zoom in, out; arrows move", title: "zoom in"),
            bind(.easel, .zoomOut, characters("Z"), .picture, "zoom in, out; arrows move", title: "zoom out"),
            bind(.easel, .pinMoment, characters("."), .picture, "pin this moment"),
            bind(.easel, .showMoments, characters("t"), .picture, "show, hide the moments"),
            bind(.easel, .restoreMoment, [.init(.enter)], .picture, "go back to the moment"),
            bind(.easel, .openPhotograph, characters("f"), .files, "open a photograph", hint: "open"),
            bind(.easel, .choosePreset, characters("p"), .files, "load a preset", hint: "presets"),
            bind(.easel, .savePreset, characters("w"), .files, "save the mix as preset", hint: "save"),
            bind(.easel, .restoreSession, characters("R"), .files, "restore the last session"),
            bind(.easel, .export, characters("e"), .files, "export the picture", hint: "export"),
            bind(.easel, .cancelExport, characters("c") + [.init(.escape)], .files, "cancel the export"),
            bind(.easel, .showExports, characters("E"), .files, "the queue of exports"),
            bind(.easel, .nextPanel, [.init(.tab)], .program, "next, previous panel", title: "next panel"),
            bind(.easel, .previousPanel, [.init(.backTab)], .program, "next, previous panel", title: "previous panel"),
            bind(.easel, .readMessage, characters("!"), .program, "read the message in full"),
            bind(.easel, .showMessages, characters("M"), .program, "all messages, the log"),
            bind(.easel, .nextTheme, characters("T"), .program, "next theme"),
            bind(.easel, .chooseTheme, [], .program, "choose a theme"),
            bind(.easel, .takeTour, [], .program, "take the tour"),
        ]

    private static let everywhere: [KeyBinding] = [
        bind(.anywhere, .help, [.init(.function(1))], nil, "this page"),
        bind(.anywhere, .repaint, [control("l")], .program, "draw everything again"),
        bind(.anywhere, .suspend, [control("z")], .program, "suspend; fg comes back"),
        bind(.anywhere, .quitAtOnce, [control("c")], .program, "quit at once"),
    ]

    private static let lists: [KeyBinding] = [
        bind(.list, .up, [.init(.up)] + characters("k"), .lists, "choose a row"),
        bind(.list, .down, [.init(.down)] + characters("j"), .lists, "choose a row"),
        bind(.list, .pageUp, [.init(.pageUp)], .lists, "a page up, down"),
        bind(.list, .pageDown, [.init(.pageDown)], .lists, "a page up, down"),
        bind(.list, .first, [.init(.home)] + characters("g"), .lists, "first, last row"),
        bind(.list, .last, [.init(.end)] + characters("G"), .lists, "first, last row"),
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
        bind(.list, .help, characters("?"), nil, "this page", hint: "help"),
        bind(.styles, .less, [.init(.left)] + characters("h"), nil, "the style before"),
        bind(.styles, .more, [.init(.right)] + characters("l"), nil, "the next style"),
        bind(.styles, .tryAlone, characters("s"), .lists, "try a style alone", hint: "alone"),
        bind(.styles, .favourite, characters("*i"), .lists, "mark a favourite", hint: "favourite"),
        bind(.styles, .onlyFavourites, characters("f"), .lists, "favourites only", hint: "only those"),
        bind(.scroll, .up, [.init(.up)] + characters("k"), nil, "scroll"),
        bind(.scroll, .down, [.init(.down)] + characters("j"), nil, "scroll", hint: "scroll"),
        bind(.scroll, .pageUp, [.init(.pageUp)], nil, "a page up, down"),
        bind(.scroll, .pageDown, [.init(.pageDown)] + characters(" "), nil, "a page up, down"),
        bind(.page, .close, [.init(.escape), .init(.enter)] + characters("q?"), nil, "close", hint: "close"),
    ]

    private static let forms: [KeyBinding] = [
        bind(
            .tour, .nextCard, [.init(.enter), .init(.right)] + characters("l "), nil, "next card", hint: "next"),
        bind(
            .tour, .previousCard, [.init(.left), .init(.backspace)] + characters("h"), nil, "card before", hint: "back"),
        bind(.tour, .close, [.init(.escape)] + characters("q"), nil, "skip the tour", hint: "skip"),
        bind(.typing, .confirm, [.init(.enter)], nil, "keep the filter", hint: "keep"),
        bind(.typing, .close, [.init(.escape)], nil, "drop the filter", hint: "drop"),
        bind(.typing, .up, [.init(.up)], nil, "choose a row"),
        bind(.typing, .down, [.init(.down)], nil, "choose a row", hint: "next"),
        bind(.menu, .choose, [.init(.enter)], nil, "do it", hint: "do it"),
        bind(.menu, .up, [.init(.up), control("p")], nil, "choose a row"),
        bind(.menu, .down, [.init(.down), control("n")], nil, "choose a row", hint: "next"),
        bind(.menu, .pageUp, [.init(.pageUp)], nil, "a page up, down"),
        bind(.menu, .pageDown, [.init(.pageDown)], nil, "a page up, down"),
        bind(.menu, .close, [.init(.escape)], nil, "close", hint: "close"),
        bind(.form, .confirm, [.init(.enter)], nil, "go", hint: "go"),
        bind(.form, .nextField, [.init(.tab), .init(.down)], nil, "next field", hint: "next"),
        bind(.form, .previousField, [.init(.backTab), .init(.up)], nil, "previous field"),
        bind(.form, .close, [.init(.escape)], nil, "close", hint: "close"),
        bind(.question, .confirm, characters("y") + [.init(.enter)], nil, "yes", hint: "yes"),
        bind(.question, .decline, characters("n") + [.init(.escape)] + characters("q"), nil, "no", hint: "no"),
    ]
}
