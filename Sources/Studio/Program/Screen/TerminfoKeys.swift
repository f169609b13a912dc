import CNcurses
import TerminalGraphics

/// What terminfo says of this terminal.
package enum Terminfo {
    /// The entry to use: `TERM`, but where that says plain `xterm`, with eight colours, and the terminal has
    /// signed the environment as one of those that show 256, the entry that says so.
    package static func name(environment: [String: String]) -> String {
        let name = environment["TERM"] ?? ""
        let signatures = ["XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "COLORTERM"]
        return name == "xterm" && signatures.contains { environment[$0] != nil } ? "xterm-256color" : name
    }

    /// A capability that takes no parameters; ask after `newterm`. Empty if the terminal lacks it. The pauses that terminals on
    /// serial lines needed (`$<5>`) are left out.
    static func string(_ name: String) -> [UInt8] {
        guard let text = ncurses_string_capability(name) else { return [] }
        return Array(String(cString: text).replacing(/\$<[^>]*>/, with: "").utf8)
    }
}

/// What this terminal's keys send, as terminfo knows it.
enum TerminfoKeys {
    private static let names: [(capability: String, key: TerminalInput.Key)] =
        [
            ("kcuu1", TerminalInput.Key(.up)), ("kcud1", TerminalInput.Key(.down)),
            ("kcub1", TerminalInput.Key(.left)), ("kcuf1", TerminalInput.Key(.right)),
            ("khome", TerminalInput.Key(.home)), ("kend", TerminalInput.Key(.end)),
            ("kpp", TerminalInput.Key(.pageUp)), ("knp", TerminalInput.Key(.pageDown)),
            ("kich1", TerminalInput.Key(.insert)), ("kdch1", TerminalInput.Key(.delete)),
            ("kcbt", TerminalInput.Key(.backTab)), ("kent", TerminalInput.Key(.enter)),
        ]
        + (1...12).map { ("kf\($0)", TerminalInput.Key(.function($0))) }

    /// The sequences for `TerminalInputParser`. Call after `newterm`.
    static var sequences: [[UInt8]: TerminalInput.Key] {
        var sequences: [[UInt8]: TerminalInput.Key] = [:]
        for (capability, key) in names {
            let bytes = Terminfo.string(capability)
            // Where two keys send the same, the more usual one stands first above.
            if !bytes.isEmpty && sequences[bytes] == nil { sequences[bytes] = key }
        }
        return sequences
    }
}
