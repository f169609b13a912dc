import Imaging

/// A sixel picture that came out of the program, decoded by nobody's library: registers in per cent of RGB,
/// repeats, line starts and feeds, and raster attributes, which the program always sends.
struct SixelPicture {
    let picture: Picture

    /// - Parameter bytes: from `ESC P` to `ESC \`; nil if they are no picture with raster attributes.
    init?(_ bytes: some Collection<UInt8>) {
        var body = bytes.drop { $0 != UInt8(ascii: "q") }.dropFirst()[...]
        var registers: [Int: (red: Int, green: Int, blue: Int)] = [:]
        var colour = 0
        var row = 0
        var column = 0
        var times = 1
        var canvas: Picture?

        func takeNumbers() -> [Int] {
            var numbers = [0]
            while let byte = body.first {
                if (48...57).contains(byte) {
                    numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 48
                } else if byte == UInt8(ascii: ";") {
                    numbers.append(0)
                } else {
                    break
                }
                body = body.dropFirst()
            }
            return numbers
        }

        while let byte = body.first {
            body = body.dropFirst()
            switch byte {
            case UInt8(ascii: "\""):
                let numbers = takeNumbers()
                guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
                canvas = Picture(width: numbers[2], height: numbers[3])
            case UInt8(ascii: "#"):
                let numbers = takeNumbers()
                colour = numbers[0]
                if numbers.count == 5 { registers[colour] = (numbers[2], numbers[3], numbers[4]) }
            case UInt8(ascii: "!"): times = takeNumbers()[0]
            case UInt8(ascii: "$"): column = 0
            case UInt8(ascii: "-"):
                column = 0
                row += 6
            case 63...126:
                guard let size = canvas?.size else { return nil }
                let value = registers[colour] ?? (0, 0, 0)
                for bit in 0..<6 where (byte - 63) & (1 << bit) != 0 && row + bit < size.height {
                    for place in column..<min(column + times, size.width) {
                        canvas?[0, row + bit, place] = Float(value.red) / 100
                        canvas?[1, row + bit, place] = Float(value.green) / 100
                        canvas?[2, row + bit, place] = Float(value.blue) / 100
                    }
                }
                column += times
                times = 1
            default: break
            }
        }
        guard let canvas else { return nil }
        picture = canvas
    }
}

/// Finds sixel pictures in what a program writes, as it comes.
struct SixelScanner {
    private enum State { case text, escape, string, stringEscape }

    /// The offsets of every whole picture.
    private(set) var pictures: [Range<Int>] = []
    private var state = State.text
    private var start = 0
    private var offset = 0

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            switch (state, byte) {
            case (.text, 0x1B): state = .escape
            case (.escape, UInt8(ascii: "P")):
                state = .string
                start = offset - 1
            case (.escape, _): state = .text
            case (.string, 0x1B): state = .stringEscape
            case (.stringEscape, UInt8(ascii: "\\")):
                pictures.append(start..<offset + 1)
                state = .text
            case (.stringEscape, _): state = .text
            default: break
            }
            offset += 1
        }
    }
}
