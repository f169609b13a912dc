/// A name that came from outside, made harmless for a terminal: control characters (C0, DEL, C1)
/// and the invisible marks that reorder text become visible escapes.
public func printable(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
        switch scalar.value {
        case 0x09: result += "\\t"
        case 0x0A: result += "\\n"
        case 0x0D: result += "\\r"
        case 0x1B: result += "\\e"
        case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
            result += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
