extension Array where Element == UInt8 {
    /// Where a piece stands first, searched from an offset on.
    func firstRange(of piece: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard !piece.isEmpty, count - start >= piece.count else { return nil }
        return (start...count - piece.count).lazy.compactMap { self.range(of: piece, at: $0) }.first
    }

    /// Where a piece stands last.
    func lastRange(of piece: [UInt8]) -> Range<Int>? {
        guard !piece.isEmpty, count >= piece.count else { return nil }
        return (0...count - piece.count).reversed().lazy.compactMap { self.range(of: piece, at: $0) }.first
    }

    private func range(of piece: [UInt8], at index: Int) -> Range<Int>? {
        guard self[index] == piece[0] else { return nil }
        return self[index..<index + piece.count].elementsEqual(piece) ? index..<index + piece.count : nil
    }
}
