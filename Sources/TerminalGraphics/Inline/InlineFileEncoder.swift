import Imaging

/// Pictures as files within the stream of text (OSC 1337), as iTerm2 began it: stretched by the terminal over cells,
/// and gone when these are written over.
struct InlineFileEncoder: Sendable {
    /// Quality of moving frames; the colours at half the resolution.
    private static let movingQuality = 82

    /// Appends a picture: as PNG if it is to stay, as JPEG if it moves.
    ///
    /// The cursor shall not move; a terminal that does not know that wish puts it behind the picture, where it does
    /// no harm if the picture stays off the last row.
    ///
    /// - Throws: what the encoder of the file throws; nothing is appended then.
    func encode(_ picture: Picture, in cells: CellRectangle, isSettled: Bool, into output: inout [UInt8]) throws {
        let file = try picture.encoded(as: isSettled ? .png(bitDepth: 8) : .jpeg(quality: Self.movingQuality))
        output.append(contentsOf: "\u{1B}]1337;File=inline=1;doNotMoveCursor=1;preserveAspectRatio=0;size=".utf8)
        output.append(decimal: file.count)
        output.append(contentsOf: ";width=".utf8)
        output.append(decimal: cells.width)
        output.append(contentsOf: ";height=".utf8)
        output.append(decimal: cells.height)
        output.append(UInt8(ascii: ":"))
        file.withUnsafeBufferPointer { Base64.append($0[...], to: &output) }
        output.append(0x07)
    }
}
