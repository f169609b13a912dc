import TerminalGraphics

/// All events of some text, with what `flush` adds.
func events(_ text: String, keys: [[UInt8]: TerminalInput.Key] = [:]) -> [TerminalInput] {
    var parser = TerminalInputParser(keySequences: keys)
    let parsed = parser.parse(Array(text.utf8))
    return parsed + parser.flush()
}

func key(
    _ code: TerminalInput.Key.Code, control: Bool = false, alternate: Bool = false, shift: Bool = false
) -> TerminalInput {
    .key(TerminalInput.Key(code, control: control, alternate: alternate, shift: shift))
}
