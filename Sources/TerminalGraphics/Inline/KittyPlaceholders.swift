/// Cells of text that stand for parts of a picture in kitty's protocol ("Unicode placeholders", kitty 0.28): a private
/// character with a mark each for the row, the column and the highest byte of the picture's number; the colour of the
/// text says its lowest byte.
///
/// To a multiplexer they are text, so it moves, clips and restores the picture without knowing of it. A colour out of
/// 256 passes through every one unchanged, 24 bits would not.
package enum KittyPlaceholders {
    /// The most rows or columns.
    static let limit = marks.count

    /// The number by which placeholders know a picture, for one that counts up.
    static func number(_ count: UInt32) -> UInt32 {
        // The first sixteen colours have other names too, which a multiplexer may use instead.
        let (low, high) = (16 + count % 240, 1 + count / 240 % 255)
        return high << 24 | low
    }

    /// Appends the placeholders of a picture; moves the cursor and leaves the text's colour at its default.
    static func append(_ number: UInt32, over cells: CellRectangle, to output: inout [UInt8]) {
        output.append(contentsOf: "\u{1B}[0;38;5;".utf8)
        output.append(decimal: Int(number & 255))
        output.append(UInt8(ascii: "m"))
        let high = marks[Int(number >> 24)]
        for row in 0..<min(cells.height, limit) {
            output.append(cursorRow: cells.row + row, column: cells.column)
            for column in 0..<min(cells.width, limit) {
                // Every cell says all, because what is left of it may be clipped away.
                output.append(contentsOf: character)
                output.append(contentsOf: marks[row])
                output.append(contentsOf: marks[column])
                output.append(contentsOf: high)
            }
        }
        output.append(contentsOf: "\u{1B}[0m".utf8)
    }

    private static let character = Array("\u{10EEEE}".utf8)

    /// The marks for 0, 1, 2 and so on: the protocol takes those of Unicode 6.0 that stand above a letter and never
    /// melt into it.
    package static let marks: [[UInt8]] = ranges.flatMap { range in
        range.compactMap { UnicodeScalar($0).map { Array(String($0).utf8) } }
    }

    // swift-format-ignore
    private static let ranges: [ClosedRange<UInt32>] = [
        0x0305...0x0305, 0x030D...0x030E, 0x0310...0x0310, 0x0312...0x0312, 0x033D...0x033F, 0x0346...0x0346,
        0x034A...0x034C, 0x0350...0x0352, 0x0357...0x0357, 0x035B...0x035B, 0x0363...0x036F, 0x0483...0x0487,
        0x0592...0x0595, 0x0597...0x0599, 0x059C...0x05A1, 0x05A8...0x05A9, 0x05AB...0x05AC, 0x05AF...0x05AF,
        0x05C4...0x05C4, 0x0610...0x0617, 0x0657...0x065B, 0x065D...0x065E, 0x06D6...0x06DC, 0x06DF...0x06E2,
        0x06E4...0x06E4, 0x06E7...0x06E8, 0x06EB...0x06EC, 0x0730...0x0730, 0x0732...0x0733, 0x0735...0x0736,
        0x073A...0x073A, 0x073D...0x073D, 0x073F...0x0741, 0x0743...0x0743, 0x0745...0x0745, 0x0747...0x0747,
        0x0749...0x074A, 0x07EB...0x07F1, 0x07F3...0x07F3, 0x0816...0x0819, 0x081B...0x0823, 0x0825...0x0827,
        0x0829...0x082D, 0x0951...0x0951, 0x0953...0x0954, 0x0F82...0x0F83, 0x0F86...0x0F87, 0x135D...0x135F,
        0x17DD...0x17DD, 0x193A...0x193A, 0x1A17...0x1A17, 0x1A75...0x1A7C, 0x1B6B...0x1B6B, 0x1B6D...0x1B73,
        0x1CD0...0x1CD2, 0x1CDA...0x1CDB, 0x1CE0...0x1CE0, 0x1DC0...0x1DC1, 0x1DC3...0x1DC9, 0x1DCB...0x1DCC,
        0x1DD1...0x1DE6, 0x1DFE...0x1DFE, 0x20D0...0x20D1, 0x20D4...0x20D7, 0x20DB...0x20DC, 0x20E1...0x20E1,
        0x20E7...0x20E7, 0x20E9...0x20E9, 0x20F0...0x20F0, 0x2CEF...0x2CF1, 0x2DE0...0x2DFF, 0xA66F...0xA66F,
        0xA67C...0xA67D, 0xA6F0...0xA6F1, 0xA8E0...0xA8F1, 0xAAB0...0xAAB0, 0xAAB2...0xAAB3, 0xAAB7...0xAAB8,
        0xAABE...0xAABF, 0xAAC1...0xAAC1, 0xFE20...0xFE26, 0x10A0F...0x10A0F, 0x10A38...0x10A38,
        0x1D185...0x1D189, 0x1D1AA...0x1D1AD, 0x1D242...0x1D244,
    ]
}
