/// Key sequences that terminfo knows about one terminal, beside those that nearly all terminals share.
struct ExtraKeys: Sendable {
    private let keys: [[UInt8]: TerminalInput.Key]
    /// Every proper beginning of a sequence.
    private let beginnings: Set<[UInt8]>

    init(_ keySequences: [[UInt8]: TerminalInput.Key]) {
        keys = keySequences.filter { $0.key.count >= 2 && $0.key.count <= 32 && $0.key.first == 0x1B }
        beginnings = Set(keys.keys.flatMap { sequence in (2..<sequence.count).map { Array(sequence.prefix($0)) } })
    }

    func key(_ sequence: [UInt8]) -> TerminalInput.Key? {
        keys.isEmpty ? nil : keys[sequence]
    }

    func isBeginning(_ sequence: [UInt8]) -> Bool {
        !beginnings.isEmpty && beginnings.contains(sequence)
    }
}
