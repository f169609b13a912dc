import TerminalGraphics

extension Layout {
    /// Where the parts of the pad are.
    package struct PadPlaces: Equatable {
        package struct Corner: Equatable {
            package var index: Int
            package var label: CellRectangle
            package var picture: CellRectangle
            var alignment: Canvas.Alignment
        }

        /// Where the mix can be.
        package var field: CellRectangle
        package var corners: [Corner]
        /// The picture in the middle of the field, if there is room for one.
        package var middle: CellRectangle?
    }

    /// The corners' pictures above and below the field, their names outermost.
    package func pad(_ model: StudioModel) -> PadPlaces? {
        guard case .pad(let pad) = model.dialog, let inside = dialogInside, inside.height >= 8 else { return nil }
        let side = (inside.width - 1) / 2
        let room = CellRectangle(
            row: inside.row, column: inside.column, width: side, height: (inside.height / 5).clamped(to: 2...7))
        let picture = fitted(model, in: room)
        let isLine = pad.styles.count == 2
        let edge = 1 + picture.height
        var field = inside.dropping(top: edge, bottom: isLine ? 0 : edge)
        if isLine { field.height = min(field.height, 2 * picture.height + 3) }
        let corners = pad.styles.indices.map { index in
            corner(index, of: pad.styles.count, picture: picture, in: inside)
        }
        return PadPlaces(field: field, corners: corners, middle: middle(picture, of: field))
    }

    private func corner(
        _ index: Int, of count: Int, picture: CellRectangle, in inside: CellRectangle
    ) -> PadPlaces.Corner {
        let isBelow = index > 1
        let isMiddle = count == 3 && index == 2
        let isRight = index % 2 == 1
        let half = (inside.width - 1) / 2
        let line = inside.line(isBelow ? inside.height - 1 : 0)
        let label = isMiddle ? line : isRight ? line.trailing(half) : line.leading(half)
        let column =
            isMiddle
            ? inside.column + (inside.width - picture.width) / 2
            : isRight ? inside.column + inside.width - picture.width : inside.column
        let row = isBelow ? inside.row + inside.height - 1 - picture.height : inside.row + 1
        return PadPlaces.Corner(
            index: index, label: label,
            picture: CellRectangle(row: row, column: column, width: picture.width, height: picture.height),
            alignment: isMiddle ? .centre : isRight ? .right : .left)
    }

    private func middle(_ picture: CellRectangle, of field: CellRectangle) -> CellRectangle? {
        guard field.height >= picture.height + 4, field.width >= picture.width + 4 else { return nil }
        return CellRectangle(
            row: field.row + (field.height - picture.height) / 2,
            column: field.column + (field.width - picture.width) / 2, width: picture.width, height: picture.height)
    }

    /// The place under a cell, per cent from the left and the top of the field.
    static func place(row: Int, column: Int, field: CellRectangle) -> (x: Int, y: Int) {
        let x = value(at: column, track: field, range: Pad.range)
        let upright = CellRectangle(row: 0, column: field.row, width: field.height, height: 1)
        return (x, value(at: row, track: upright, range: Pad.range))
    }

    /// The cell of a place.
    static func cell(x: Int, y: Int, field: CellRectangle) -> (row: Int, column: Int) {
        (field.row + (y * (field.height - 1) + 50) / 100, field.column + (x * (field.width - 1) + 50) / 100)
    }
}
