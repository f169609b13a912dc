import CNcurses

/// Lets ncurses write 16 million colours where terminfo knows 256 only.
///
/// Each colour of a theme gets a number of its own, the nearest of the 256 if that is free, and in what ncurses
/// writes the number is exchanged for the colour. The ways that ncurses has itself need more of the system: the entries
/// of terminfo with 16 million colours (`xterm-direct`) are seldom installed and write them in a way that not every
/// terminal reads; and a palette that is redefined (`init_color`) belongs to all that runs in the terminal's window, and
/// is left as it is if the program is killed.
package struct DirectColours {
    private static let palette = 256
    /// The first sixteen are the user's.
    private static let free = 16..<palette

    /// The colours by their numbers.
    private var colours = [Theme.Colour?](repeating: nil, count: palette)
    private var rewritten: [UInt8] = []

    package init() {}

    /// Whether ncurses says numbers of 256 colours in the usual way, which is what is looked for. Ask after `newterm`.
    static var isPossible: Bool {
        let number = 200
        return [(false, 38), (true, 48)].allSatisfy { isBackground, kind in
            guard let sequence = ncurses_colour_sequence(isBackground, Int32(number)) else { return false }
            let text = String(cString: sequence)
            return text == "\u{1B}[\(kind);5;\(number)m" || text == "\u{1B}[\(kind):5:\(number)m"
        }
    }

    /// The number by which ncurses shall know a colour; nil if none is left.
    package mutating func number(of colour: Theme.Colour) -> Int? {
        if let number = colours.firstIndex(of: colour) { return number }
        let nearest = ColourIndex.nearest(to: colour, count: Self.palette)
        let candidates = [nearest] + Array(nearest..<Self.palette) + Array(Self.free)
        guard let number = candidates.first(where: { colours[$0] == nil }) else { return nil }
        colours[number] = colour
        return number
    }

    /// Exchanges numbers for colours in what ncurses wrote.
    ///
    /// - Parameter start: where in `bytes` that begins; sequences are whole.
    package mutating func rewrite(_ bytes: inout [UInt8], from start: Int) {
        rewritten.removeAll(keepingCapacity: true)
        var copied = start
        var index = start
        while let found = bytes[index...].firstIndex(of: 0x1B) {
            index = found + 1
            guard let (kind, number, end) = Self.colourNumber(in: bytes, at: found), let colour = colours[number]
            else { continue }
            rewritten.append(contentsOf: bytes[copied..<found])
            rewritten.append(
                contentsOf: "\u{1B}[\(kind);2;\(colour.red);\(colour.green);\(colour.blue)m".utf8)
            copied = end
            index = end
        }
        guard copied > start else { return }
        rewritten.append(contentsOf: bytes[copied...])
        bytes.replaceSubrange(start..., with: rewritten)
    }

    /// Reads `CSI 38 ; 5 ; number m`, or 48, or with colons.
    private static func colourNumber(
        in bytes: [UInt8], at start: Int
    ) -> (kind: Int, number: Int, end: Int)? {
        guard start + 7 < bytes.count, bytes[start + 1] == UInt8(ascii: "["),
            bytes[start + 2] == UInt8(ascii: "3") || bytes[start + 2] == UInt8(ascii: "4"),
            bytes[start + 3] == UInt8(ascii: "8"),
            bytes[start + 4] == UInt8(ascii: ";") || bytes[start + 4] == UInt8(ascii: ":"),
            bytes[start + 5] == UInt8(ascii: "5"), bytes[start + 6] == bytes[start + 4]
        else { return nil }
        var number = 0
        var index = start + 7
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]), number < palette {
            number = 10 * number + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        guard index > start + 7, index < bytes.count, bytes[index] == UInt8(ascii: "m"), number < palette
        else { return nil }
        return (bytes[start + 2] == UInt8(ascii: "3") ? 38 : 48, number, index + 1)
    }
}
