import Foundation
import Testing

import TerminalGraphics

@Suite struct ProbeRunnerTests {
    @Test func answersAreCollectedAndKeysKept() throws {
        let terminal = try PseudoTerminal()
        try TerminalSettings(descriptor: terminal.near).raw.apply(to: terminal.near)
        try writeAll(Array("q\u{1B}[6;20;10t\u{1B}[A\u{1B}[?62;4cz\u{1B}[?2026;".utf8), to: terminal.far)
        let probe = TerminalProbe(environment: ["TERM": "xterm-256color"])
        var outcome = try probe.ask(input: terminal.near, output: terminal.near, milliseconds: 20_000)
        #expect(outcome.isComplete)
        #expect(outcome.latency != nil)
        #expect(outcome.probe.capabilities.graphics == .sixel)
        #expect(outcome.input == [.key(.init(.character("q"))), .key(.init(.up)), .key(.init(.character("z")))])
        // The rest of a late answer still finds its beginning.
        #expect(outcome.parser.parse(Array("1$y".utf8)) == [.reply(.mode(number: 2026, isKnown: true))])
        var asked = [UInt8](repeating: 0, count: 200)
        let count = read(terminal.far, &asked, asked.count)
        #expect(Array(asked.prefix(max(count, 0))) == probe.questions)
    }

    @Test func aSilentTerminalIsLeftInTimeWithItsSettings() throws {
        let terminal = try PseudoTerminal()
        var before = termios()
        #expect(tcgetattr(terminal.near, &before) == 0)
        let outcome = try TerminalProbe(environment: ["TERM": "xterm"]).ask(
            input: terminal.near, output: terminal.near, milliseconds: 30, settingRawMode: true)
        #expect(!outcome.isComplete)
        #expect(outcome.latency == nil)
        #expect(outcome.probe.capabilities.graphics == .blocks)
        var after = termios()
        #expect(tcgetattr(terminal.near, &after) == 0)
        #expect(before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag && before.c_oflag == after.c_oflag)
        #expect(before.c_lflag & tcflag_t(ECHO) != 0)
    }

    @Test func aFileIsNoTerminal() throws {
        let file = open("/dev/null", O_RDWR)
        defer { close(file) }
        #expect(throws: TerminalError.notATerminal) {
            try TerminalProbe(environment: ["TERM": "xterm"]).ask(input: file, output: file)
        }
        #expect(TerminalGeometry(descriptor: file) == nil)
        // Where nothing is asked nothing is needed.
        #expect(try TerminalProbe(environment: ["TERM": "dumb"]).ask(input: file, output: file).isComplete)
    }

    @Test func theDriversSizeIsRead() throws {
        let terminal = try PseudoTerminal()
        #expect(TerminalGeometry(descriptor: terminal.near) == nil)
        var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 1200, ws_ypixel: 800)
        #expect(ioctl(terminal.far, UInt(TIOCSWINSZ), &size) == 0)
        #expect(
            TerminalGeometry(descriptor: terminal.near)
                == TerminalGeometry(cells: .init(width: 120, height: 40), pixels: .init(width: 1200, height: 800)))
    }
}
