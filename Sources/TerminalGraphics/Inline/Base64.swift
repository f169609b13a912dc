/// Bytes as text of 64 letters (RFC 4648), in place: a live frame leaves no time for a copy in between.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Appends four letters for every three bytes; a rest is padded by `=`.
    static func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
        letters.withUnsafeBufferPointer { letters in
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let left = bytes.endIndex - index
                let group =
                    UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                    | (left > 2 ? UInt32(bytes[index + 2]) : 0)
                output.append(letters[Int(group >> 18)])
                output.append(letters[Int(group >> 12 & 63)])
                output.append(left > 1 ? letters[Int(group >> 6 & 63)] : UInt8(ascii: "="))
                output.append(left > 2 ? letters[Int(group & 63)] : UInt8(ascii: "="))
                index += 3
            }
        }
    }
}
