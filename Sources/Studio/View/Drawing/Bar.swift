import TerminalGraphics

/// A horizontal bar that is as exact as an eighth of a cell.
struct Bar {
    /// Blocks of one to seven eighths, from the left.
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    var filled: String
    var track: String

    /// - Parameters:
    ///   - share: 0...1 of the width; more than nothing shows at least an eighth, less than all leaves one.
    ///   - width: cells.
    ///   - mark: the share at which the empty track carries a mark.
    init(share: Double, width: Int, mark: Double? = nil) {
        let all = max(0, width) * 8
        let share = share.clamped(to: 0...1)
        var count = Int((share * Double(all)).rounded())
        if all > 0 && share > 0 && share < 1 { count = count.clamped(to: 1...all - 1) }
        filled = String(repeating: "█", count: count / 8) + Self.eighths[count % 8]
        let used = (count + 7) / 8
        var cells = [Character](repeating: "┄", count: max(0, width - used))
        if let mark {
            let cell = Int((mark * Double(width)).rounded(.down)) - used
            if cells.indices.contains(cell) { cells[cell] = "┊" }
        }
        track = String(cells)
    }
}

extension Canvas {
    func bar(_ bar: Bar, in rectangle: CellRectangle, isActive: Bool, isFocused: Bool) {
        let role: TextStyle.Role = isActive ? (isFocused ? .accent : .slider) : .dim
        pieces([(bar.filled, TextStyle(role)), (bar.track, TextStyle(.track))], in: rectangle)
    }
}
