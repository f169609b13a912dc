import CPNG

/// Finds the note among a PNG's chunks, before or behind the pixels.
enum PNGNote {
    private static let signatureLength = 8
    /// Length, type and checksum of a chunk.
    private static let overhead = 12

    /// The text of the first `iTXt` chunk with the keyword, or `tEXt`, which some tools make of it; nil if there is none or it makes no sense.
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var position = signatureLength
        while position <= bytes.count - overhead {
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - position - overhead else { return nil }
            let content = position + 8..<position + 8 + length
            let chunk = UnsafeBufferPointer(rebasing: bytes[content])
            let type = bytes[position + 4..<position + 8]
            if type.elementsEqual("iTXt".utf8), let text = text(of: chunk) { return text }
            if type.elementsEqual("tEXt".utf8), let text = plainText(of: chunk) { return text }
            position = content.upperBound + 4
        }
        return nil
    }

    /// The text of a chunk that has the keyword.
    ///
    /// A chunk is: keyword, 0, compression flag, compression method, language, 0, translated keyword, 0, text.
    private static func text(of chunk: UnsafeBufferPointer<UInt8>) -> String? {
        let keyword = Array(PictureMetadata.keyword.utf8) + [0]
        guard chunk.starts(with: keyword), chunk.count >= keyword.count + 2 else { return nil }
        let isCompressed = chunk[keyword.count] != 0
        guard !isCompressed || chunk[keyword.count + 1] == 0 else { return nil }
        var start = keyword.count + 2
        for _ in 0..<2 {
            guard let end = chunk[start...].firstIndex(of: 0) else { return nil }
            start = end + 1
        }
        let text = UnsafeBufferPointer(rebasing: chunk[start...])
        guard isCompressed else {
            guard text.count <= PictureMetadata.noteLimit else { return nil }
            return String(validating: text, as: UTF8.self)
        }
        return inflated(text).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The text of a simple chunk that has the keyword. By the book it is Latin-1; who copies ours leaves it UTF-8.
    private static func plainText(of chunk: UnsafeBufferPointer<UInt8>) -> String? {
        let keyword = Array(PictureMetadata.keyword.utf8) + [0]
        guard chunk.starts(with: keyword), chunk.count <= keyword.count + PictureMetadata.noteLimit else { return nil }
        return String(validating: chunk.dropFirst(keyword.count), as: UTF8.self)
    }

    /// What a tool compressed, if it is no longer than a note may be: there is room for no more, whatever the
    /// stream claims.
    private static func inflated(_ compressed: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var isWhole = false
        let text = [UInt8](unsafeUninitializedCapacity: PictureMetadata.noteLimit) { buffer, count in
            var length = uLongf(buffer.count)
            isWhole =
                uncompress(buffer.baseAddress, &length, compressed.baseAddress, uLong(compressed.count)) == Z_OK
            count = isWhole ? Int(length) : 0
        }
        return isWhole ? text : nil
    }
}
