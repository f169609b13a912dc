import TerminalGraphics

/// The one table of keys: what they do, what help says, what the hints line shows, in that order. A user's own keys
/// are in `KeyMap`.
public enum KeyBindings {
    public static let all: [KeyBinding] = easel + exploring + everywhere + lists + pages + forms

    static func characters(_ text: String) -> [TerminalInput.Key] {
        text.map { TerminalInput.Key(.character($0)) }
    }

    static func control(_ letter: Character) -> TerminalInput.Key {
        TerminalInput.Key(.character(letter), control: true)
    }

    static func control(_ code: TerminalInput.Key.Code) -> TerminalInput.Key {
        TerminalInput.Key(code, control: true)
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
            bind(
                .easel, .lessColour, characters("("), .palette, "the photograph's colours",
                title: "photograph's colours − 5 %"),
            bind(
                .easel, .moreColour, characters(")"), .palette, "the photograph's colours",
                title: "photograph's colours + 5 %"),
            bind(
                .easel, .colourWay, characters("C"), .palette, "colours by place, overall"),
            bind(.easel, .undo, characters("u"), .palette, "undo"),
            bind(.easel, .redo, [control("r")], .palette, "redo"),
            bind(.easel, .toggleOriginal, characters("o "), .picture, "photograph or pastiche", hint: "original"),
            bind(.easel, .zoomIn, characters("z"), .picture, "zoom in, out; arrows move", title: "zoom in"),
            bind(.easel, .zoomOut, characters("Z"), .picture, "zoom in, out; arrows move", title: "zoom out"),
            bind(
                .easel, .viewLeft, [control(.left)], .picture, "move a zoomed view", title: "view to the left"),
            bind(
                .easel, .viewDown, [control(.down)], .picture, "move a zoomed view", title: "view downwards"),
            bind(
                .easel, .viewUp, [control(.up)], .picture, "move a zoomed view", title: "view upwards"),
            bind(
                .easel, .viewRight, [control(.right)], .picture, "move a zoomed view", title: "view to the right"),
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
        bind(.anywhere, .help, [.init(.function(1))], nil, "this page", title: "help: all keys"),
        bind(.anywhere, .repaint, [control("l")], .program, "draw everything again"),
        bind(.anywhere, .suspend, [control("z")], .program, "suspend; fg comes back"),
        bind(.anywhere, .quitAtOnce, [control("c")], .program, "quit at once"),
    ]
}
