/// Makes the checksums of a damaged PNG right again, so that the damage gets past them.
func withRepairedChecksums(_ png: [UInt8]) -> [UInt8] {
    var result = png
    var position = 8
    while position + 12 <= result.count {
        let length = result[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= result.count - position - 12 else { break }
        let end = position + 8 + length
        let checksum = crc32(result[position + 4..<end])
        for index in 0..<4 { result[end + index] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * index)) }
        position = end + 4
    }
    return result
}

/// The cyclic redundancy check of ISO 3309, bit by bit.
private func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { remainder, byte in
        (0..<8).reduce(remainder ^ UInt32(byte)) { value, _ in
            value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
        }
    }
}
