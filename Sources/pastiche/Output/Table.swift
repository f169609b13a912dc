import Files
import Studio

/// Rows of text under a heading, aligned by the cells that a terminal gives to each character.
struct Table {
    enum Alignment { case left, right }

    let heading: [String]
    /// How each column is aligned; columns beyond are aligned left.
    var alignments: [Alignment] = []
    var rows: [[String]] = []

    /// The table as lines, two spaces between columns, no space at the end of a line.
    var text: String {
        let lines = ([heading] + rows).map { $0.map(printable) }
        let widths = heading.indices.map { column in
            lines.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return lines.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
                let alignment = column < alignments.count ? alignments[column] : .left
                line += (column > 0 ? "  " : "") + (alignment == .left ? cell + padding : padding + cell)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
