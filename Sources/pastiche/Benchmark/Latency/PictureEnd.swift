/// Finds the end of the first sixel picture in what a terminal gets.
struct PictureEnd {
    /// DCS, with which a picture begins, and ST, with which it ends.
    private static let begin = Array("\u{1B}P".utf8)
    private static let end = Array("\u{1B}\\".utf8)

    private var hasBegun = false
    /// The last byte, with which a mark may have begun.
    private var tail: [UInt8] = []

    /// Whether the picture ends in these bytes or has ended before.
    mutating func takes(_ bytes: ArraySlice<UInt8>) -> Bool {
        let bytes = tail + bytes
        var rest = bytes[...]
        if !hasBegun, let index = rest.firstIndex(ofSequence: Self.begin) {
            hasBegun = true
            rest = rest[index...]
        }
        tail = Array(bytes.suffix(1))
        return hasBegun && rest.firstIndex(ofSequence: Self.end) != nil
    }
}

extension ArraySlice<UInt8> {
    /// Where an escape sequence first stands.
    ///
    /// Looks for its first byte, which pictures do not contain, so that searching takes no time beside what is timed.
    func firstIndex(ofSequence sequence: [UInt8]) -> Int? {
        var rest = self
        while let first = sequence.first, let index = rest.firstIndex(of: first) {
            if rest[index...].starts(with: sequence) { return index }
            rest = rest[(index + 1)...]
        }
        return nil
    }
}
