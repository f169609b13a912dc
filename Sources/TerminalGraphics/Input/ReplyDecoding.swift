import Files

extension TerminalReply {
    /// The answer that a control sequence is; one that nothing here asked for becomes `other`.
    init(_ sequence: ControlSequence) {
        self = Self.known(sequence) ?? .other
    }

    /// The answer in a device control string: XTVERSION's `DCS > | text`.
    init(deviceControl payload: some Collection<UInt8>) {
        if payload.starts(with: [UInt8(ascii: ">"), UInt8(ascii: "|")]) {
            self = .version(printable(String(decoding: payload.dropFirst(2), as: UTF8.self)))
        } else {
            self = .other
        }
    }

    /// The answer in an application command: kitty's `APC G i=31;OK`.
    init(applicationCommand payload: some Collection<UInt8>) {
        let parts = payload.split(separator: UInt8(ascii: ";"), maxSplits: 1)
        let isAsked =
            parts.first?.first == UInt8(ascii: "G")
            && parts[0].dropFirst().split(separator: UInt8(ascii: ",")).contains { $0.elementsEqual("i=31".utf8) }
        self = isAsked ? .kittyGraphics(isKnown: parts.count == 2 && parts[1].elementsEqual("OK".utf8)) : .other
    }

    /// The answer in an operating system command: a colour as `OSC 11 ; rgb:ffff/ffff/ffff`.
    init(systemCommand payload: some Collection<UInt8>) {
        let text = String(decoding: payload, as: UTF8.self)
        guard let match = text.wholeMatch(of: /11;rgba?:([0-9A-Fa-f]{1,4})\/([0-9A-Fa-f]{1,4})\/([0-9A-Fa-f]{1,4}).*/)
        else {
            self = .other
            return
        }
        func share(_ digits: Substring) -> Double {
            Double(Int(digits, radix: 16) ?? 0) / Double((1 << (4 * digits.count)) - 1)
        }
        let brightness = 0.2126 * share(match.1) + 0.7152 * share(match.2) + 0.0722 * share(match.3)
        self = .ground(isLight: brightness > 0.5)
    }

    private static func known(_ sequence: ControlSequence) -> TerminalReply? {
        switch (sequence.marker, sequence.intermediates, sequence.final) {
        case (UInt8(ascii: "?"), [], UInt8(ascii: "c")):
            return .primaryAttributes(sequence.parameters.dropFirst().compactMap { $0 })
        case (nil, [], UInt8(ascii: "n")):
            return sequence.parameters == [0] ? .ready : nil
        case (nil, [], UInt8(ascii: "t")):
            guard sequence.parameters.count == 3, let size = size(sequence.parameter(2), sequence.parameter(1))
            else { return nil }
            switch sequence.parameter(0) {
            case 4: return .windowSize(size)
            case 6: return .cellSize(size)
            default: return nil
            }
        case (UInt8(ascii: "?"), [], UInt8(ascii: "S")):
            // The second parameter is the status; all but 0 are failures.
            guard sequence.parameters.count >= 3, sequence.parameter(1) == 0 else { return nil }
            switch sequence.parameter(0) {
            case 1: return .sixelRegisters(sequence.parameter(2))
            case 2: return size(sequence.parameter(2), sequence.parameter(3)).map(TerminalReply.sixelLimit)
            default: return nil
            }
        case (UInt8(ascii: "?"), [UInt8(ascii: "$")], UInt8(ascii: "y")):
            // 0 is unknown, 4 known but never on: neither is of use.
            guard sequence.parameters.count == 2 else { return nil }
            return .mode(number: sequence.parameter(0), isKnown: (1...3).contains(sequence.parameter(1)))
        default:
            return nil
        }
    }

    private static func size(_ width: Int, _ height: Int) -> TerminalCapabilities.Size? {
        width > 0 && height > 0 ? TerminalCapabilities.Size(width: width, height: height) : nil
    }
}
