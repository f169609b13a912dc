/// The content of an EXIF segment: a TIFF file without pixels. Every access is checked against its bounds.
struct EXIFSegment {
    private static let orientationTag = 0x0112
    private static let shortType = 3

    private let bytes: UnsafeBufferPointer<UInt8>
    private let isBigEndian: Bool

    /// Nil if this is no EXIF segment.
    init?(_ payload: UnsafeBufferPointer<UInt8>) {
        let head: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
        guard payload.starts(with: head) else { return nil }
        bytes = UnsafeBufferPointer(rebasing: payload.dropFirst(head.count))
        if bytes.starts(with: [0x4D, 0x4D, 0, 42]) {
            isBigEndian = true
        } else if bytes.starts(with: [0x49, 0x49, 42, 0]) {
            isBigEndian = false
        } else {
            return nil
        }
    }

    /// The orientation that the first directory names, nil if it names none.
    var orientation: Orientation? {
        guard let directory = integer(at: 4, byteCount: 4), let count = integer(at: directory, byteCount: 2) else {
            return nil
        }
        for entry in 0..<count {
            let offset = directory + 2 + 12 * entry
            guard let tag = integer(at: offset, byteCount: 2) else { return nil }
            guard tag == Self.orientationTag else { continue }
            guard integer(at: offset + 2, byteCount: 2) == Self.shortType,
                integer(at: offset + 4, byteCount: 4) == 1
            else { return nil }
            return integer(at: offset + 8, byteCount: 2).flatMap(Orientation.init(rawValue:))
        }
        return nil
    }

    private func integer(at offset: Int, byteCount: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - byteCount else { return nil }
        var value = 0
        for index in 0..<byteCount {
            let byte = Int(bytes[offset + index])
            value |= byte << (8 * (isBigEndian ? byteCount - 1 - index : index))
        }
        return value
    }
}
