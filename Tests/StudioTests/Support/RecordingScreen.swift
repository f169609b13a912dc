import Studio
import TerminalGraphics

/// A screen that keeps what is drawn on it: characters, styles and placed pictures.
final class RecordingScreen: Screen {
    struct Cell: Equatable {
        var text: String = " "
        var style = TextStyle(.text)
        var isCovered = false
    }

    let size: TerminalCapabilities.Size
    private(set) var cells: [[Cell]]
    private(set) var placements: [(picture: PictureSource, rectangle: CellRectangle)] = []
    /// What a well-behaved view never does.
    private(set) var faults: [String] = []

    init(_ size: TerminalCapabilities.Size) {
        self.size = size
        cells = Array(repeating: Array(repeating: Cell(), count: size.width), count: size.height)
    }

    func clear() {
        cells = Array(repeating: Array(repeating: Cell(), count: size.width), count: size.height)
        placements = []
    }

    func show() {}

    func draw(_ text: String, row: Int, column: Int, style: TextStyle) {
        guard (0..<size.height).contains(row), (0..<size.width).contains(column) else {
            faults.append("'\(text)' begins outside at row \(row), column \(column)")
            return
        }
        var column = column
        for character in text {
            let width = Self.width(of: character)
            if width == 0 { continue }
            if character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                faults.append("a control character in row \(row)")
            }
            guard column + width <= size.width else {
                faults.append("'\(text)' leaves row \(row)")
                return
            }
            if cells[row][column].isCovered { faults.append("'\(text)' lies on a picture in row \(row)") }
            cells[row][column] = Cell(text: String(character), style: style)
            for offset in 1..<max(1, width) where offset < width {
                cells[row][column + offset] = Cell(text: "", style: style)
            }
            column += width
        }
    }

    func place(_ picture: PictureSource, in rectangle: CellRectangle) {
        placements.append((picture, rectangle))
        let letter =
            switch picture {
            case .pastiche: "P"
            case .original: "O"
            case .swatch: "S"
            case .trial: "T"
            case .keepsake: "K"
            case .divided: "D"
            }
        for row in rectangle.row..<rectangle.row + rectangle.height {
            for column in rectangle.column..<rectangle.column + rectangle.width {
                guard cells.indices.contains(row), cells[row].indices.contains(column) else {
                    faults.append("a picture lies outside")
                    return
                }
                cells[row][column] = Cell(text: letter, isCovered: true)
            }
        }
    }

    /// The characters, without spaces at line ends.
    var text: String {
        cells.map { row in
            var line = row.map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n") + "\n"
    }

    /// The roles of a row's cells, to look for a style.
    func styles(ofRow row: Int) -> [TextStyle] { cells[row].map(\.style) }

    /// As wide as the scalars that a wcwidth terminal would make wide in the texts of these tests.
    private static func width(of character: Character) -> Int {
        character.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F, 0x200D, 0xFE0F: sum
            case 0x1100...0x115F, 0x3041...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0x1F300...0x1F64F: sum + 2
            default: sum + 1
            }
        }
    }
}
