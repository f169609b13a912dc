/// Finds the end of the first sixel picture in what a terminal gets.
struct PictureEnd {
    /// DCS, with which a picture begins, and ST, with which it ends.
    private static let begin = Array("\u{1B}P".utf8)
    private static let end = Array("\u{1B}\\".utf8)

    private var hasBegun = false
    /// The last byte, with which a mark may have begun.
    private var tail: [UInt8] = []

    /// Whether the picture ends in these bytes or has ended before.
    mutating func takes(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = tail + bytes
        var rest = bytes[...]
        if !hasBegun, let index = rest.indices.first(where: { rest[$0...].starts(with: Self.begin) }) {
            hasBegun = true
            rest = rest[index...]
        }
        tail = Array(bytes.suffix(1))
        return hasBegun && rest.indices.contains { rest[$0...].starts(with: Self.end) }
    }
}
