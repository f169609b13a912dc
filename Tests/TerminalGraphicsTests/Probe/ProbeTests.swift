import Testing

import TerminalGraphics

/// A terminal as it answers, and what comes of it.
struct Transcript: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var environment: [String: String]
    var bytes: String
    var geometry = TerminalGeometry(cells: .init(width: 100, height: 40))
    var graphics: TerminalCapabilities.Graphics
    var colours: TerminalCapabilities.ColourDepth
    var cell: TerminalCapabilities.Size
    var registers = 256
    var limit: TerminalCapabilities.Size?
    var synchronised = false
    var name: String?
    var isComplete = true
}

@Suite struct ProbeTests {
    static let transcripts: [Transcript] = [
        Transcript(
            testDescription: "xterm as a VT340",
            environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
            bytes: "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[?2026;0$y\u{1B}[?1;0;256S\u{1B}[?2;0;600;520S"
                + "\u{1B}[?2;0;1000;1000S\u{1B}[?63;1;2;4;6;9;15;16;22;28c",
            geometry: TerminalGeometry(cells: .init(width: 100, height: 40), pixels: .init(width: 604, height: 524)),
            graphics: .sixel, colours: .truecolour, cell: .init(width: 6, height: 13),
            limit: .init(width: 1000, height: 1000), name: "XTerm(379)"),
        Transcript(
            testDescription: "xterm as it comes",
            environment: ["TERM": "xterm", "LANG": "C.UTF-8"],
            bytes: "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[?2026;0$y\u{1B}[4;520;600t\u{1B}[6;13;6t"
                + "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c",
            graphics: .blocks, colours: .truecolour, cell: .init(width: 6, height: 13), name: "XTerm(379)"),
        Transcript(
            testDescription: "foot",
            environment: ["TERM": "foot", "COLORTERM": "truecolor", "LC_ALL": "en_US.UTF-8"],
            bytes: "\u{1B}P>|foot(1.16.2)\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?1;0;1024S\u{1B}[?2;0;10000;10000S"
                + "\u{1B}[4;800;1000t\u{1B}[6;20;10t\u{1B}[?62;4;22c",
            geometry: TerminalGeometry(cells: .init(width: 100, height: 40), pixels: .init(width: 1000, height: 800)),
            graphics: .sixel, colours: .truecolour, cell: .init(width: 10, height: 20), registers: 1024,
            limit: .init(width: 10_000, height: 10_000), synchronised: true, name: "foot(1.16.2)"),
        Transcript(
            testDescription: "kitty",
            environment: ["TERM": "xterm-kitty", "COLORTERM": "truecolor", "LANG": "C.UTF-8"],
            bytes:
                "\u{1B}P>|kitty(0.26.5)\u{1B}\\\u{1B}[?2026;2$y\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[4;800;1000t\u{1B}[6;20;10t\u{1B}[?62;c",
            graphics: .kitty, colours: .truecolour, cell: .init(width: 10, height: 20), synchronised: true,
            name: "kitty(0.26.5)"),
        Transcript(
            testDescription: "a terminal that knows the protocol and refuses",
            environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"],
            bytes: "\u{1B}_Gi=31;ENOTSUPPORTED:disabled\u{1B}\\\u{1B}[?62;22c",
            graphics: .blocks, colours: .truecolour, cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "the answer to another program's question",
            environment: ["TERM": "xterm-256color"],
            bytes: "\u{1B}_Gi=7;OK\u{1B}\\\u{1B}_Hi=31;OK\u{1B}\\\u{1B}[?62;22c",
            graphics: .blocks, colours: .indexed, cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "WezTerm",
            environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor", "TERM_PROGRAM": "WezTerm"],
            bytes: "\u{1B}P>|WezTerm 20240203-110809-5046fc22\u{1B}\\\u{1B}[?2026;2$y\u{1B}_Gi=31;OK\u{1B}\\"
                + "\u{1B}[6;18;9t\u{1B}[?65;4;6;18;22c",
            graphics: .iterm2, colours: .truecolour, cell: .init(width: 9, height: 18), synchronised: true,
            name: "WezTerm 20240203-110809-5046fc22"),
        Transcript(
            testDescription: "iTerm2 over SSH, before it said its name",
            environment: ["TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"], bytes: "\u{1B}[?62;4c",
            graphics: .iterm2, colours: .indexed, cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "tmux within iTerm2",
            environment: ["TERM": "tmux-256color", "TMUX": "/tmp/tmux", "LC_TERMINAL": "iTerm2"],
            bytes: "\u{1B}P>|tmux 3.3a\u{1B}\\\u{1B}[?1;2c",
            graphics: .blocks, colours: .indexed, cell: .init(width: 10, height: 20),
            limit: .init(width: 1100, height: 900), name: "tmux 3.3a"),
        Transcript(
            testDescription: "Konsole",
            environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor", "KONSOLE_VERSION": "230805"],
            bytes: "\u{1B}P>|Konsole 23.08.5\u{1B}\\\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;1;4c",
            graphics: .sixel, colours: .truecolour, cell: .init(width: 10, height: 20), name: "Konsole 23.08.5"),
        Transcript(
            testDescription: "mlterm, without XTVERSION",
            environment: ["TERM": "mlterm", "LANG": "C.UTF-8"],
            bytes: "\u{1B}[?1;0;256S\u{1B}[?2;0;800;600S\u{1B}[4;640;800t\u{1B}[6;16;8t\u{1B}[?63;1;2;3;4;7;29c",
            graphics: .sixel, colours: .indexed, cell: .init(width: 8, height: 16),
            limit: .init(width: 800, height: 600)),
        Transcript(
            testDescription: "tmux with sixel",
            environment: [
                "TERM": "tmux-256color", "TMUX": "/tmp/tmux", "COLORTERM": "truecolor", "TERM_PROGRAM": "tmux",
            ],
            bytes: "\u{1B}P>|tmux 3.5a\u{1B}\\\u{1B}[4;640;800t\u{1B}[6;16;8t\u{1B}[?1;2;4c",
            graphics: .sixel, colours: .truecolour, cell: .init(width: 8, height: 16),
            limit: .init(width: 1100, height: 900), name: "tmux 3.5a"),
        Transcript(
            testDescription: "tmux without sixel",
            environment: ["TERM": "screen-256color", "TMUX": "/tmp/tmux", "STY": "1.pts"],
            bytes: "\u{1B}P>|tmux 3.3a\u{1B}\\\u{1B}[?1;2c",
            graphics: .blocks, colours: .indexed, cell: .init(width: 10, height: 20),
            limit: .init(width: 1100, height: 900), name: "tmux 3.3a"),
        Transcript(
            testDescription: "GNU screen is not asked",
            environment: ["TERM": "screen.xterm-256color", "STY": "1.pts", "COLORTERM": "truecolor"],
            bytes: "", graphics: .blocks, colours: .indexed, cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "the Linux console is not asked",
            environment: ["TERM": "linux"], bytes: "", graphics: .blocks, colours: .sixteen,
            cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "a dumb terminal is not asked",
            environment: ["TERM": "dumb"], bytes: "", graphics: .blocks, colours: .monochrome,
            cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "a terminal that never answers",
            environment: ["TERM": "xterm-256color"], bytes: "",
            geometry: TerminalGeometry(cells: .init(width: 80, height: 24), pixels: .init(width: 720, height: 432)),
            graphics: .blocks, colours: .indexed, cell: .init(width: 9, height: 18), isComplete: false),
        Transcript(
            testDescription: "partial answers",
            environment: ["TERM": "xterm-256color", "COLORTERM": "24bit"],
            bytes: "\u{1B}[?2026;1$y\u{1B}[4;800;1000t\u{1B}[?62;4", graphics: .blocks, colours: .truecolour,
            cell: .init(width: 10, height: 20), synchronised: true, isComplete: false),
        Transcript(
            testDescription: "zeros and nonsense",
            environment: ["TERM": "xterm-256color"],
            bytes: "\u{1B}[6;0;0t\u{1B}[4;0;0t\u{1B}[?1;0;0S\u{1B}[?2;0;0;0S\u{1B}[?62;4c",
            geometry: TerminalGeometry(cells: .init(width: 100, height: 40), pixels: .init(width: 50, height: 20)),
            graphics: .sixel, colours: .indexed, cell: .init(width: 10, height: 20), registers: 2),
        Transcript(
            testDescription: "the driver and the terminal differ",
            environment: ["TERM": "xterm-256color"], bytes: "\u{1B}[6;40;20t\u{1B}[?62;4c",
            geometry: TerminalGeometry(cells: .init(width: 100, height: 40), pixels: .init(width: 1000, height: 800)),
            graphics: .sixel, colours: .indexed, cell: .init(width: 10, height: 20)),
        Transcript(
            testDescription: "a name that is better than TERM",
            environment: ["TERM": "xterm-256color"], bytes: "\u{1B}P>|VTE(7600)\u{1B}\\\u{1B}[?65;1;9c",
            graphics: .blocks, colours: .truecolour, cell: .init(width: 10, height: 20), name: "VTE(7600)"),
        Transcript(
            testDescription: "NO_COLOR leaves pictures their colours where they are sixel",
            environment: ["TERM": "foot", "COLORTERM": "truecolor", "NO_COLOR": "1"],
            bytes: "\u{1B}P>|foot(1.16.2)\u{1B}\\\u{1B}[?62;4;22c",
            graphics: .sixel, colours: .monochrome, cell: .init(width: 10, height: 20), name: "foot(1.16.2)"),
    ]

    @Test(arguments: transcripts)
    func capabilities(of transcript: Transcript) {
        var probe = TerminalProbe(environment: transcript.environment, geometry: transcript.geometry)
        var parser = TerminalInputParser()
        for event in parser.parse(Array(transcript.bytes.utf8)) {
            guard case .reply(let reply) = event else {
                Issue.record("\(event) leaked out of the answers")
                continue
            }
            probe.absorb(reply)
        }
        let found = probe.capabilities
        #expect(found.graphics == transcript.graphics)
        #expect(found.colours == transcript.colours)
        #expect(found.cell == transcript.cell)
        #expect(found.sixelRegisters == transcript.registers)
        #expect(found.sixelLimit == transcript.limit)
        #expect(found.synchronisedOutput == transcript.synchronised)
        #expect(found.name == transcript.name)
        #expect(probe.isComplete == transcript.isComplete)
    }

    @Test func lateAnswersCount() {
        var probe = TerminalProbe(environment: ["TERM": "xterm-256color"])
        #expect(!probe.isComplete)
        #expect(probe.capabilities.graphics == .blocks)
        probe.absorb(.other)
        probe.absorb(.primaryAttributes([4]))
        #expect(probe.isComplete)
        #expect(probe.capabilities.graphics == .sixel)
    }

    @Test func theLastQuestionIsAnsweredByAll() {
        let probe = TerminalProbe(environment: ["TERM": "xterm"])
        #expect(
            String(decoding: probe.questions, as: UTF8.self)
                == "\u{1B}[>q\u{1B}[?2026$p"
                + "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}]11;?\u{1B}\\\u{1B}[?1;1;0S\u{1B}[?2;1;0S\u{1B}[?2;4;0S\u{1B}[14t\u{1B}[16t"
                + "\u{1B}[5n\u{1B}[c"
        )
        for term in ["dumb", "linux", ""] {
            #expect(TerminalProbe(environment: ["TERM": term]).questions.isEmpty)
        }
        let apple = TerminalProbe(environment: ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"])
        #expect(!String(decoding: apple.questions, as: UTF8.self).contains("$p"))
        for environment in [["TERM_PROGRAM": "Apple_Terminal"], ["TMUX": "/tmp/tmux"]] {
            let probe = TerminalProbe(environment: environment.merging(["TERM": "xterm-256color"]) { $1 })
            #expect(!probe.questions.isEmpty && !probe.questions.contains(UInt8(ascii: "_")))
        }
    }

    @Test func patienceIsLongerOverANetwork() {
        #expect(TerminalProbe(environment: ["TERM": "xterm"]).patience == 1000)
        #expect(TerminalProbe(environment: ["TERM": "xterm", "SSH_TTY": "/dev/pts/1"]).patience == 3000)
        #expect(TerminalProbe(environment: ["TERM": "xterm", "SSH_CONNECTION": "a b"]).patience == 3000)
    }

    @Test func aNewFontIsBelieved() {
        func geometry(_ width: Int, _ height: Int) -> TerminalGeometry {
            TerminalGeometry(cells: .init(width: 100, height: 40), pixels: .init(width: width, height: height))
        }
        var probe = TerminalProbe(environment: ["TERM": "foot"], geometry: geometry(1000, 800))
        probe.absorb(.cellSize(.init(width: 10, height: 20)))
        probe.resize(to: geometry(2000, 1600))
        #expect(probe.capabilities.cell == .init(width: 20, height: 40))
        // Where the driver knows no pixels the old answer stands.
        probe.absorb(.cellSize(.init(width: 20, height: 40)))
        probe.resize(to: TerminalGeometry(cells: .init(width: 50, height: 20)))
        #expect(probe.capabilities.cell == .init(width: 20, height: 40))
    }

    @Test func symbolsFollowTheLocale() {
        func symbols(_ environment: [String: String]) -> TerminalCapabilities.Symbols {
            TerminalProbe(environment: environment).capabilities.symbols
        }
        #expect(symbols(["TERM": "xterm", "LANG": "de_DE.UTF-8"]) == .quadrants)
        #expect(symbols(["TERM": "xterm", "LANG": "de_DE.UTF-8", "LC_ALL": "C"]) == .ascii)
        #expect(symbols(["TERM": "linux", "LC_CTYPE": "C.utf8"]) == .halves)
        #expect(symbols(["TERM": "xterm"]) == .quadrants)
    }

    @Test func finerSymbolsAreForTerminalsThatDrawThem() {
        func symbols(name: String, _ environment: [String: String] = [:]) -> TerminalCapabilities.Symbols {
            var probe = TerminalProbe(environment: ["TERM": "xterm-256color"].merging(environment) { $1 })
            probe.absorb(.version(name))
            return probe.capabilities.symbols
        }
        for name in ["kitty(0.26.5)", "foot(1.16.2)", "WezTerm 20240203", "Konsole 22.12.3", "contour 0.4"] {
            #expect(symbols(name: name) == .sextants)
        }
        #expect(symbols(name: "XTerm(379)") == .quadrants)
        #expect(symbols(name: "kitty(0.26.5)", ["LANG": "C"]) == .ascii)
        #expect(symbols(name: "kitty(0.26.5)", ["TERM": "linux"]) == .halves)
        // Within tmux it is the terminal around it that counts.
        let tmux = ["TMUX": "/tmp/tmux", "TERM": "tmux-256color"]
        var probe = TerminalProbe(
            environment: tmux, tmux: TmuxClient(passesOn: false, hasTruecolour: true, terminal: "foot(1.16.2)"))
        probe.absorb(.version("tmux 3.3a"))
        #expect(probe.capabilities.symbols == .sextants)
        #expect(symbols(name: "tmux 3.3a", tmux) == .quadrants)
    }

    @Test func theGroundIsWhatTheTerminalSays() {
        var probe = TerminalProbe(environment: ["TERM": "xterm"])
        #expect(!probe.capabilities.hasLightGround)
        probe.absorb(.ground(isLight: true))
        #expect(probe.capabilities.hasLightGround)
    }

    @Test(arguments: [
        ("on||kitty(0.28.0)", true), ("all|256,RGB|kitty(0.40.1)", true), ("1|256|kitty(1.2)", true),
        ("on||ghostty 1.0.1", true), ("off||kitty(0.40.1)", false), ("0||kitty(0.40.1)", false),
        ("||kitty(0.40.1)", false), ("on||kitty(0.26.5)", false), ("on||kitty", false), ("on||XTerm(379)", false),
        ("on||WezTerm 20240203-110809", false), ("on||", false),
    ])
    func tmuxShowsPicturesIfItPassesThemOnToATerminalThatKnowsPlaceholders(answer: String, isShowing: Bool) throws {
        let client = try #require(TmuxClient(answer: answer + "\n"))
        let probe = TerminalProbe(
            environment: ["TERM": "tmux-256color", "TMUX": "/tmp/tmux"], tmux: client)
        #expect(probe.capabilities.available.contains(.kitty) == isShowing)
        #expect(probe.capabilities.graphics == (isShowing ? .kitty : .blocks))
        #expect(probe.capabilities.kittyPassage == .tmux)
    }

    @Test func tmuxKnowsTheColoursOfTheTerminalAroundIt() throws {
        func colours(
            _ features: String, _ environment: [String: String] = ["COLORTERM": "truecolor"]
        ) throws -> TerminalCapabilities.ColourDepth {
            let tmux = ["TERM": "tmux-256color", "TMUX": "/tmp/tmux"]
            return TerminalProbe(
                environment: tmux.merging(environment) { $1 }, tmux: try #require(TmuxClient(answer: "0|\(features)|x"))
            ).capabilities.colours
        }
        #expect(try colours("256,bpaste,title") == .indexed)
        #expect(try colours("") == .indexed)
        #expect(try colours("256,RGB,title", [:]) == .truecolour)
        #expect(try colours("RGB", ["NO_COLOR": "1"]) == .monochrome)
        #expect(try colours("256", ["TERM": "screen"]) == .sixteen)
    }

    @Test func nonsenseFromTmuxIsNoAnswer() {
        #expect(TmuxClient(answer: "") == nil)
        #expect(TmuxClient(answer: "no server running") == nil)
        #expect(TmuxClient(answer: "on|kitty(0.40.1)") == nil)
        #expect(TmuxClient.ask(environment: ["TERM": "xterm"]) == nil)
    }
}

@Suite struct PreferencesTests {
    @Test func theEnvironmentChooses() throws {
        let preferences = try TerminalPreferences(
            environment: ["PASTICHE_GRAPHICS": "blocks", "PASTICHE_COLOURS": "16"])
        #expect(preferences == TerminalPreferences(graphics: .blocks, colours: .sixteen))
        #expect(try TerminalPreferences(environment: ["PASTICHE_GRAPHICS": ""]) == TerminalPreferences())
    }

    @Test func theCommandLineGoesFirst() throws {
        let preferences = try TerminalPreferences(environment: ["PASTICHE_GRAPHICS": "blocks"], graphics: .sixel)
        #expect(preferences.graphics == .sixel)
    }

    @Test func preferencesGoBeforeAnswers() {
        var probe = TerminalProbe(
            environment: ["TERM": "foot", "NO_COLOR": "1"],
            preferences: TerminalPreferences(graphics: .blocks, colours: .indexed))
        probe.absorb(.primaryAttributes([4]))
        #expect(probe.capabilities.graphics == .blocks)
        #expect(probe.capabilities.colours == .indexed)
        let forced = TerminalProbe(
            environment: ["TERM": "dumb"], preferences: TerminalPreferences(graphics: .sixel, colours: nil))
        #expect(forced.capabilities.graphics == .sixel)
    }

    @Test(arguments: TerminalPreferences.Graphics.allCases)
    func everyKindCanBeAskedFor(graphics: TerminalPreferences.Graphics) throws {
        let preferences = try TerminalPreferences(environment: ["PASTICHE_GRAPHICS": graphics.rawValue])
        #expect(preferences.graphics == graphics)
        var probe = TerminalProbe(environment: ["TERM": "xterm-256color"], preferences: preferences)
        probe.absorb(.primaryAttributes([4]))
        #expect(probe.capabilities.graphics.rawValue == (graphics == .auto ? "sixel" : graphics.rawValue))
        // What there is does not depend on what is wanted.
        #expect(probe.capabilities.available == [.sixel, .blocks])
    }

    @Test func unknownWordsAreReported() {
        let error = #expect(throws: TerminalError.self) {
            try TerminalPreferences(environment: ["PASTICHE_COLOURS": "ma\u{1B}ny"])
        }
        #expect(error?.description == "PASTICHE_COLOURS is \"ma\\eny\"; it can be truecolour, 256, 16, mono")
        #expect(error?.exitStatus == .configuration)
    }
}
