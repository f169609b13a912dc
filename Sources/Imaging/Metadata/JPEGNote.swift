/// The note of a JPEG: a comment segment that begins with the keyword on a line of its own.
enum JPEGNote {
    private static let comment: UInt8 = 0xFE
    private static let head = Array((PictureMetadata.keyword + "\n").utf8)

    /// The text of the first such comment before the pixels; nil if there is none or it is no text.
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var position = 2
        while let (marker, content) = JPEGSegments.segment(in: bytes, from: position) {
            let payload = bytes[content]
            if marker == comment, payload.starts(with: head), payload.count <= head.count + PictureMetadata.noteLimit,
                let text = String(validating: payload.dropFirst(head.count), as: UTF8.self)
            {
                return text
            }
            position = content.upperBound
            if marker == 0xDA { break }
        }
        return nil
    }

    /// The segment that holds a note, from its marker on.
    ///
    /// - Parameter note: short enough, as `PictureMetadata.check` says.
    static func segment(_ note: String) -> [UInt8] {
        let payload = head + Array(note.utf8)
        let length = payload.count + 2
        return [0xFF, comment, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)] + payload
    }
}

/// The segment with which a JPEG of this program begins: JFIF's, of a fixed size.
enum JFIFSegment {
    /// Where it ends in a file.
    private static let end = 20

    /// Puts metadata into a file that the codec made.
    static func add(_ metadata: PictureMetadata, to file: inout [UInt8]) {
        // The JFIF segment has to stay the first one.
        let isThere = file.count > end && file[2] == 0xFF && file[3] == 0xE0 && file[4] == 0 && file[5] == 16
        if let dotsPerInch = metadata.dotsPerInch, isThere {
            // The unit (1: pixels per inch), then the density across and down.
            let density = [UInt8(truncatingIfNeeded: dotsPerInch >> 8), UInt8(truncatingIfNeeded: dotsPerInch)]
            file.replaceSubrange(13..<18, with: [1] + density + density)
        }
        if let note = metadata.note { file.insert(contentsOf: JPEGNote.segment(note), at: isThere ? end : 2) }
    }
}
