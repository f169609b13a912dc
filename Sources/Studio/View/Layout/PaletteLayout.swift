import TerminalGraphics

extension Layout {
    /// Where one entry of the palette is.
    package struct Entry: Equatable {
        package var index: Int
        /// Title, painter and slider.
        package var rectangle: CellRectangle
        package var track: CellRectangle
        package var mute: CellRectangle
        package var solo: CellRectangle
        package var lock: CellRectangle
    }

    /// Rows of one entry.
    static let entryHeight = 3
    /// Columns to the right of a track: a gap, the number, the margin.
    static let numberWidth = 7

    var paletteInside: CellRectangle { palette.inset(rows: 1, columns: 1) }

    /// How many entries fit into the palette.
    var entryCapacity: Int { max(1, paletteInside.height / Self.entryHeight) }

    /// The entries that are on the screen.
    package func entries(_ model: StudioModel) -> [Entry] {
        let inside = paletteInside
        let count = model.palette.entries.count
        let isAiry = count * (Self.entryHeight + 1) <= inside.height + 1
        let first = isAiry ? 0 : model.focus.first
        let last = min(count, first + entryCapacity)
        guard first < last else { return [] }
        return (first..<last).map { index in
            let row = (index - first) * (Self.entryHeight + (isAiry ? 1 : 0))
            let rectangle = CellRectangle(
                row: inside.row + row, column: inside.column, width: inside.width, height: Self.entryHeight)
            return Entry(
                index: index, rectangle: rectangle, track: Self.track(in: rectangle.line(2)),
                mute: rectangle.line(0).trailing(6).leading(1), solo: rectangle.line(0).trailing(4).leading(1),
                lock: rectangle.line(0).trailing(2).leading(1))
        }
    }

    /// The button below the last entry, if there is room.
    func addButton(_ model: StudioModel) -> CellRectangle? {
        let entries = entries(model)
        guard let last = entries.last, last.index == model.palette.entries.count - 1 else { return nil }
        let row = last.rectangle.row + Self.entryHeight + 1
        guard row < paletteInside.row + paletteInside.height else { return nil }
        return CellRectangle(row: row, column: paletteInside.column + 1, width: paletteInside.width - 2, height: 1)
    }

    static func track(in line: CellRectangle) -> CellRectangle {
        line.dropping(left: 1, right: Self.numberWidth)
    }

    /// The value of a slider under a column: its first column is the least, its last the most.
    static func value(at column: Int, track: CellRectangle, range: ClosedRange<Int>) -> Int {
        let share = Double(column - track.column) / Double(max(1, track.width - 1))
        let value = Double(range.lowerBound) + share * Double(range.upperBound - range.lowerBound)
        return Int(value.rounded().clamped(to: Double(range.lowerBound)...Double(range.upperBound)))
    }
}

extension Layout {
    /// The track of a slider, or nil if it is not on the screen.
    func track(of slider: Slider, model: StudioModel) -> CellRectangle? {
        switch slider {
        case .weight(let index): entries(model).first { $0.index == index }?.track
        case .strength, .stroke, .colours: mixSliders.first { $0.slider == slider }?.track
        }
    }
}
