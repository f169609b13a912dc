import TerminalGraphics

extension KeyBindings {
    /// The keys of the ways to explore mixes.
    static let exploring: [KeyBinding] =
        [
            bind(.easel, .pad, characters("b"), .exploring, "blend on a pad", hint: "pad"),
            bind(.easel, .variations, characters("v"), .exploring, "variations of the mix", hint: "variations"),
            bind(.easel, .compare, characters("|"), .exploring, "compare with the original", hint: "compare"),
            bind(
                .variations, .less, [.init(.left)] + characters("h"), nil, "look at a neighbour",
                title: "neighbour to the left"),
            bind(
                .variations, .more, [.init(.right)] + characters("l"), nil, "look at a neighbour",
                title: "neighbour to the right"),
            bind(
                .variations, .up, [.init(.up)] + characters("k"), nil, "look at a neighbour", title: "neighbour above"),
            bind(
                .variations, .down, [.init(.down)] + characters("j"), nil, "look at a neighbour",
                title: "neighbour below"),
            bind(.variations, .choose, [.init(.enter)], nil, "make it the mix", hint: "choose"),
            bind(.variations, .reroll, characters("r "), nil, "roll others", hint: "roll"),
            bind(.variations, .pinMoment, characters("."), nil, "pin it as a moment", hint: "pin"),
            bind(.variations, .narrower, characters("-"), nil, "closer together", hint: "closer"),
            bind(.variations, .wider, characters("+="), nil, "further apart", hint: "wider"),
            bind(.variations, .close, [.init(.escape)] + characters("qv"), nil, "back to the easel", hint: "done"),
            bind(.variations, .giveUp, characters("x"), nil, "back with the mix from before", hint: "drop"),
            bind(.variations, .weaker, characters("["), nil, "strength of the mix", title: "strength − 5 %"),
            bind(.variations, .stronger, characters("]"), nil, "strength of the mix", title: "strength + 5 %"),
            bind(.variations, .finer, characters("{"), nil, "finer, broader strokes", title: "strokes − 5 %"),
            bind(.variations, .broader, characters("}"), nil, "finer, broader strokes", title: "strokes + 5 %"),
            bind(
                .variations, .lessColour, characters("("), nil, "the photograph's colours",
                title: "photograph's colours − 5 %"),
            bind(
                .variations, .moreColour, characters(")"), nil, "the photograph's colours",
                title: "photograph's colours + 5 %"),
            bind(
                .variations, .colourWay, characters("C"), nil, "colours by place, overall"),
            bind(.variations, .undo, characters("u"), nil, "undo", hint: "undo"),
            bind(.variations, .redo, [control("r")], nil, "redo"),
            bind(.variations, .help, characters("?"), nil, "this page", hint: "help", title: "help: all keys"),
            bind(.variations, .readMessage, characters("!"), nil, "read the message in full"),
            bind(.variations, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
            bind(.pad, .less, [.init(.left)] + characters("h"), nil, "move the mix", title: "mix to the left"),
            bind(.pad, .down, [.init(.down)] + characters("j"), nil, "move the mix", title: "mix downwards"),
            bind(.pad, .up, [.init(.up)] + characters("k"), nil, "move the mix", title: "mix upwards"),
            bind(
                .pad, .more, [.init(.right)] + characters("l"), nil, "move the mix", hint: "move",
                title: "mix to the right"),
            bind(
                .pad, .lessFinely, [.init(.left, shift: true)] + characters("H"), nil, "move it finely",
                title: "mix a little to the left"),
            bind(
                .pad, .downFinely, [.init(.down, shift: true)] + characters("J"), nil, "move it finely",
                title: "mix a little downwards"),
            bind(
                .pad, .upFinely, [.init(.up, shift: true)] + characters("K"), nil, "move it finely",
                title: "mix a little upwards"),
            bind(
                .pad, .moreFinely, [.init(.right, shift: true)] + characters("L"), nil, "move it finely",
                hint: "finely", title: "mix a little to the right"),
            bind(.pad, .middle, characters("c0") + [.init(.home)], nil, "to the middle", hint: "middle"),
            bind(
                .corner, .down, [.init(.down), .init(.right)] + characters("jl"), nil, "another style", hint: "style",
                title: "next style"),
            bind(
                .corner, .up, [.init(.up), .init(.left)] + characters("kh"), nil, "another style", title: "style before"
            ),
            bind(.corner, .confirm, [.init(.enter)], nil, "back to the field", hint: "back"),
            bind(
                .blend, .nextField, [.init(.tab)], nil, "the corners' styles", hint: "corner",
                title: "next corner's style"),
            bind(
                .blend, .previousField, [.init(.backTab)], nil, "the corners' styles",
                title: "style of the corner before"),
            bind(.blend, .weaker, characters("[-"), nil, "strength of the mix", title: "strength − 5 %"),
            bind(.blend, .stronger, characters("]+="), nil, "strength of the mix", title: "strength + 5 %"),
            bind(.blend, .finer, characters("{"), nil, "finer, broader strokes", title: "strokes − 5 %"),
            bind(.blend, .broader, characters("}"), nil, "finer, broader strokes", title: "strokes + 5 %"),
            bind(
                .blend, .lessColour, characters("("), nil, "the photograph's colours",
                title: "photograph's colours − 5 %"),
            bind(
                .blend, .moreColour, characters(")"), nil, "the photograph's colours",
                title: "photograph's colours + 5 %"),
            bind(
                .blend, .colourWay, characters("C"), nil, "colours by place, overall"),
            bind(.blend, .toggleOriginal, characters("o "), nil, "photograph or pastiche"),
            bind(.blend, .pinMoment, characters("."), nil, "pin this moment"),
            bind(.blend, .undo, characters("u"), nil, "undo", hint: "undo"),
            bind(.blend, .redo, [control("r")], nil, "redo"),
            bind(.pad, .close, [.init(.enter)], nil, "back to the easel"),
            bind(.blend, .close, [.init(.escape)] + characters("qb"), nil, "back to the easel", hint: "done"),
            bind(.blend, .help, characters("?"), nil, "this page", hint: "help", title: "help: all keys"),
            bind(.blend, .readMessage, characters("!"), nil, "read the message in full"),
            bind(.blend, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
            bind(
                .comparison, .less, [.init(.left)] + characters("h"), nil, "move the divider",
                title: "divider to the left"),
            bind(
                .comparison, .more, [.init(.right)] + characters("l"), nil, "move the divider", hint: "move",
                title: "divider to the right"),
            bind(
                .comparison, .lessFinely, [.init(.left, shift: true)] + characters("H"), nil, "move it finely",
                title: "divider a little to the left"),
            bind(
                .comparison, .moreFinely, [.init(.right, shift: true)] + characters("L"), nil, "move it finely",
                title: "divider a little to the right"),
            bind(.comparison, .first, [.init(.home)] + characters("0"), nil, "all of the right side"),
            bind(.comparison, .last, [.init(.end)] + characters("x"), nil, "all of the left side"),
            bind(.comparison, .swapSides, characters("s "), nil, "swap the sides", hint: "swap"),
            bind(.comparison, .nextPair, [.init(.tab)], nil, "compare something else", hint: "other"),
            bind(.comparison, .beside, characters("b"), nil, "both whole, or divided", hint: "both whole"),
            bind(.comparison, .zoomIn, characters("z"), nil, "zoom in, out", title: "zoom in"),
            bind(.comparison, .zoomOut, characters("Z"), nil, "zoom in, out", title: "zoom out"),
            bind(
                .comparison, .viewLeft, [control(.left)] + characters("<"), nil, "move a zoomed view",
                title: "view to the left"),
            bind(
                .comparison, .viewDown, [.init(.down), control(.down)] + characters("j"), nil, "move a zoomed view",
                title: "view downwards"),
            bind(
                .comparison, .viewUp, [.init(.up), control(.up)] + characters("k"), nil, "move a zoomed view",
                title: "view upwards"),
            bind(
                .comparison, .viewRight, [control(.right)] + characters(">"), nil, "move a zoomed view",
                title: "view to the right"),
            bind(.comparison, .weaker, characters("[-"), nil, "strength of the mix", title: "strength − 5 %"),
            bind(.comparison, .stronger, characters("]+="), nil, "strength of the mix", title: "strength + 5 %"),
            bind(.comparison, .finer, characters("{"), nil, "finer, broader strokes", title: "strokes − 5 %"),
            bind(.comparison, .broader, characters("}"), nil, "finer, broader strokes", title: "strokes + 5 %"),
            bind(
                .comparison, .lessColour, characters("("), nil, "the photograph's colours",
                title: "photograph's colours − 5 %"),
            bind(
                .comparison, .moreColour, characters(")"), nil, "the photograph's colours",
                title: "photograph's colours + 5 %"),
            bind(
                .comparison, .colourWay, characters("C"), nil, "colours by place, overall"),
            bind(.comparison, .pinMoment, characters("."), nil, "pin this moment"),
            bind(.comparison, .undo, characters("u"), nil, "undo"),
            bind(.comparison, .redo, [control("r")], nil, "redo"),
            bind(
                .comparison, .close, [.init(.escape), .init(.enter)] + characters("q|"), nil, "back to the easel",
                hint: "done"),
            bind(.comparison, .help, characters("?"), nil, "this page", hint: "help", title: "help: all keys"),
            bind(.comparison, .readMessage, characters("!"), nil, "read the message in full"),
            bind(.comparison, .openMenu, characters(":"), nil, "find an action", hint: "menu"),
        ]
        + (1...4).map { digit in
            bind(.blend, .pick(digit), characters("\(digit)"), nil, "all of a corner", title: "all of corner \(digit)")
        }
        + (1...9).map { digit in
            bind(
                .comparison, .pick(digit), characters("\(digit)"), nil, "the divider at 10 … 90 %",
                title: "divider at \(digit * 10) %")
        }
        + (1...9).map { digit in
            bind(
                .variations, .pick(digit), characters("\(digit)"), nil, "look at the first … ninth",
                title: "look at number \(digit)")
        }
}
