import Studio
import Testing

@Suite struct TerminfoTests {
    @Test(arguments: [
        (["TERM": "xterm"], "xterm"), (["TERM": "xterm", "XTERM_VERSION": "XTerm(379)"], "xterm-256color"),
        (["TERM": "xterm", "COLORTERM": "truecolor"], "xterm-256color"),
        (["TERM": "screen", "COLORTERM": "truecolor"], "screen"), (["TERM": "vt100"], "vt100"), ([:], ""),
    ])
    func plainXtermGetsItsColours(environment: [String: String], name: String) {
        #expect(Terminfo.name(environment: environment) == name)
    }
}
