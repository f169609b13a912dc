/// What the segments before a JPEG's pixels say that the codec does not tell.
struct JPEGSegments {
    /// From the EXIF segment; upright if there is none or it makes no sense.
    private(set) var orientation = Orientation.upright
    /// Whether the file has Adobe's segment: then its inks are stored inverted.
    private(set) var isAdobe = false
    /// Whether the marker that ends a JPEG is there.
    private(set) var hasEnd = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = 2
        while let (marker, content) = Self.segment(in: bytes, from: position) {
            let payload = UnsafeBufferPointer(rebasing: bytes[content])
            switch marker {
            case 0xE1:
                if let orientation = EXIFSegment(payload)?.orientation { self.orientation = orientation }
            case 0xEE:
                if payload.starts(with: "Adobe".utf8) { isAdobe = true }
            default: break
            }
            position = content.upperBound
            if marker == 0xDA { break }
        }
        // The end marker cannot occur within coded pixels, so wherever it is found, it is meant.
        var index = bytes.count - 2
        while index >= position && !hasEnd {
            hasEnd = bytes[index] == 0xFF && bytes[index + 1] == 0xD9
            index -= 1
        }
    }

    /// The next segment that has content, at or after a position.
    static func segment(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (marker: UInt8, content: Range<Int>)? {
        var position = start
        while position + 4 <= bytes.count {
            let marker = bytes[position + 1]
            switch (bytes[position], marker) {
            case (0xFF, 0xD9): return nil
            case (0xFF, 0xD0...0xD8), (0xFF, 0x01): position += 2
            case (0xFF, 0x02..<0xFF):
                let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
                guard length >= 2 else { return nil }
                let content = position + 4..<position + 2 + length
                return content.upperBound <= bytes.count ? (marker, content) : nil
            // Fill bytes, or rubbish between segments.
            default: position += 1
            }
        }
        return nil
    }
}
