import Foundation
import Imaging

/// A terminal of text cells, as much of one as block pictures use; what it does not know it counts.
struct TextScreen {
    struct Cell: Equatable {
        var character: Unicode.Scalar = " "
        /// Red, green, blue in 0...255; nil is the default.
        var foreground: SIMD3<Int>?
        var background: SIMD3<Int>?
    }

    let width: Int
    let height: Int
    private(set) var cells: [Cell]
    private(set) var unknownSequences = 0
    /// Characters written outside the screen.
    private(set) var lostCharacters = 0
    private var row = 0
    private var column = 0
    private var style = Cell()
    private var saved = (row: 0, column: 0, style: Cell())

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = Array(repeating: Cell(), count: width * height)
    }

    mutating func write(_ bytes: [UInt8]) {
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\u{1B}" else {
                put(scalar)
                continue
            }
            switch scalars.popFirst() {
            case "[": break
            case "7":
                saved = (row, column, style)
                continue
            case "8":
                (row, column, style) = saved
                continue
            default:
                unknownSequences += 1
                continue
            }
            let body = scalars.prefix { !("@"..."~").contains($0) }
            scalars = scalars.dropFirst(body.count)
            let numbers = String(body).split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            switch scalars.popFirst() {
            case "H" where numbers.count == 2: (row, column) = (numbers[0] - 1, numbers[1] - 1)
            case "C": column += max(numbers.first ?? 1, 1)
            case "m": select(numbers[...])
            default: unknownSequences += 1
            }
        }
    }

    private mutating func put(_ character: Unicode.Scalar) {
        guard (0..<height).contains(row), (0..<width).contains(column) else {
            lostCharacters += 1
            return
        }
        cells[row * width + column] = Cell(
            character: character, foreground: style.foreground, background: style.background)
        column += 1
    }

    private mutating func select(_ parameters: ArraySlice<Int>) {
        var rest = parameters
        while let number = rest.popFirst() {
            switch number {
            case 0: style = Cell()
            case 30...37: style.foreground = Self.colour(number - 30)
            case 90...97: style.foreground = Self.colour(number - 82)
            case 40...47: style.background = Self.colour(number - 40)
            case 100...107: style.background = Self.colour(number - 92)
            case 39: style.foreground = nil
            case 49: style.background = nil
            case 38: style.foreground = extended(&rest)
            case 48: style.background = extended(&rest)
            default: unknownSequences += 1
            }
        }
    }

    private mutating func extended(_ rest: inout ArraySlice<Int>) -> SIMD3<Int>? {
        switch rest.popFirst() {
        case 5: return rest.popFirst().map(Self.colour)
        case 2:
            let numbers = rest.prefix(3)
            rest = rest.dropFirst(3)
            return numbers.count == 3 ? SIMD3(Array(numbers)) : nil
        default:
            unknownSequences += 1
            return nil
        }
    }

    /// xterm's 256 colours.
    static func colour(_ number: Int) -> SIMD3<Int> {
        let first = [
            0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000,
            0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ]
        let steps = [0, 95, 135, 175, 215, 255]
        switch number {
        case 0..<16: return SIMD3(first[number] >> 16, first[number] >> 8 & 255, first[number] & 255)
        case 16..<232:
            return SIMD3(steps[(number - 16) / 36], steps[(number - 16) / 6 % 6], steps[(number - 16) % 6])
        default: return SIMD3(repeating: 8 + 10 * (number - 232))
        }
    }

    /// What a quarter of a cell shows; light grey on black where colours are the default.
    func colour(row: Int, column: Int) -> SIMD3<Float> {
        colour(of: cells[row / 2 * width + column / 2], column: column % 2, sixth: row % 2 * 3)
    }

    /// What a part of a cell shows: left or right, and which of six lines.
    private func colour(of cell: Cell, column: Int, sixth: Int) -> SIMD3<Float> {
        let foreground = SIMD3<Float>(cell.foreground ?? SIMD3(repeating: 229))
        let background = SIMD3<Float>(cell.background ?? .zero)
        let symbols: [Unicode.Scalar] = [
            " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
        ]
        if let bits = symbols.firstIndex(of: cell.character) {
            return (bits >> (sixth / 3 * 2 + column) & 1 == 1 ? foreground : background) / 255
        }
        if (0x1FB00...0x1FB3B).contains(cell.character.value) {
            let masks = (1..<63).filter { $0 != 0b010101 && $0 != 0b101010 }
            let mask = masks[Int(cell.character.value - 0x1FB00)]
            return (mask >> (sixth / 2 * 2 + column) & 1 == 1 ? foreground : background) / 255
        }
        // Dots mix as light does.
        let shades: [Unicode.Scalar: Float] = [
            "░": 0.25, "▒": 0.5, "▓": 0.75, ".": 0.04, ":": 0.08, "-": 0.09, "=": 0.15, "+": 0.17, "*": 0.2,
            "#": 0.33, "%": 0.34, "@": 0.4,
        ]
        let share = shades[cell.character] ?? 0
        let light = Self.power(foreground / 255, 2.2) * share + Self.power(background / 255, 2.2) * (1 - share)
        return Self.power(light, 1 / 2.2)
    }

    /// The screen with two by six pixels for a cell.
    func finePicture() -> Picture {
        var picture = Picture(width: 2 * width, height: 6 * height)
        for row in 0..<picture.height {
            for column in 0..<picture.width {
                let colour = colour(of: cells[row / 6 * width + column / 2], column: column % 2, sixth: row % 6)
                for channel in 0..<3 { picture[channel, row, column] = colour[channel] }
            }
        }
        return picture
    }

    private static func power(_ colour: SIMD3<Float>, _ exponent: Float) -> SIMD3<Float> {
        SIMD3(pow(colour.x, exponent), pow(colour.y, exponent), pow(colour.z, exponent))
    }

    /// The screen with so many pixels for the side of a quarter.
    func picture(quarterWidth: Int = 1, quarterHeight: Int = 1) -> Picture {
        var picture = Picture(width: 2 * width * quarterWidth, height: 2 * height * quarterHeight)
        for row in 0..<picture.height {
            for column in 0..<picture.width {
                let colour = colour(row: row / quarterHeight, column: column / quarterWidth)
                for channel in 0..<3 { picture[channel, row, column] = colour[channel] }
            }
        }
        return picture
    }
}

extension SIMD3<Float> {
    fileprivate init(_ value: SIMD3<Int>) {
        self.init(Float(value.x), Float(value.y), Float(value.z))
    }
}
