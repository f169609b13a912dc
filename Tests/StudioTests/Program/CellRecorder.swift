import TerminalGraphics

/// A terminal that only notes which cells were written or erased; it knows what ncurses says to xterm.
struct CellRecorder {
    struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    let size: TerminalCapabilities.Size
    var written: Set<Cell> = []
    private var row = 0
    private var column = 0

    init(size: TerminalCapabilities.Size) {
        self.size = size
    }

    mutating func take(_ text: String) {
        var scalars = Substring(text).unicodeScalars
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\u{1B}":
                guard let kind = scalars.popFirst() else { return }
                if kind == "[" {
                    takeControlSequence(&scalars)
                } else if "()".unicodeScalars.contains(kind) {
                    _ = scalars.popFirst()
                }
            case "\r": column = 0
            case "\n": row += 1
            case "\u{8}": column -= 1
            case "\u{F}": break
            default: write(1)
            }
        }
    }

    private mutating func takeControlSequence(_ scalars: inout Substring.UnicodeScalarView) {
        var parameters = ""
        while let scalar = scalars.popFirst() {
            guard scalar.value >= 0x40 else {
                parameters.unicodeScalars.append(scalar)
                continue
            }
            let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            finish(scalar, numbers, first: max(1, numbers.first ?? 1))
            return
        }
    }

    private mutating func finish(_ final: Unicode.Scalar, _ numbers: [Int], first: Int) {
        switch final {
        case "H":
            row = first - 1
            column = (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1
        case "A": row -= first
        case "B": row += first
        case "C": column += first
        case "D": column -= first
        case "G": column = first - 1
        case "d": row = first - 1
        case "K":
            let cells = numbers.first == 1 ? 0...column : column...max(column, size.width - 1)
            for erased in cells { written.insert(Cell(row: row, column: erased)) }
        case "X":
            for erased in column..<column + first { written.insert(Cell(row: row, column: erased)) }
        case "J":
            for row in 0..<size.height {
                for column in 0..<size.width { written.insert(Cell(row: row, column: column)) }
            }
        case "b": write(first)
        default: break
        }
    }

    private mutating func write(_ count: Int) {
        for _ in 0..<count {
            written.insert(Cell(row: row, column: column))
            column += 1
        }
    }
}
