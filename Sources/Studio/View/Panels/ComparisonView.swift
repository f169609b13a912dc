import TerminalGraphics

/// Two pictures to be compared, with their names.
enum ComparisonView {
    static func draw(_ comparison: Comparison, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let pictures = layout.comparisonPictures(model)
        switch comparison.manner {
        case .divided:
            guard let picture = pictures.first else { return }
            canvas.place(.divided(model.division(comparison)), in: picture)
            drawNames(comparison, below: picture, layout, canvas)
        case .beside:
            for (side, picture) in zip([comparison.left, comparison.right], pictures) {
                canvas.place(side.picture, in: picture)
                let line = layout.comparisonLabel(below: picture)
                canvas.text(side.name, in: line, TextStyle(.text), .centre)
            }
        }
    }

    /// The names at both ends, the handle of the divider between them.
    private static func drawNames(
        _ comparison: Comparison, below picture: CellRectangle, _ layout: Layout, _ canvas: Canvas
    ) {
        let line = layout.comparisonLabel(below: picture)
        let room = max(1, (line.width - 3) / 2)
        let range = Comparison.dividerRange
        let isLeftSeen = comparison.divider > range.lowerBound
        let isRightSeen = comparison.divider < range.upperBound
        canvas.text(
            comparison.left.name, in: line.leading(room), TextStyle(isLeftSeen ? .text : .dim, isBold: isLeftSeen))
        canvas.text(
            comparison.right.name, in: line.trailing(room), TextStyle(isRightSeen ? .text : .dim, isBold: isRightSeen),
            .right)
        let column = Layout.column(of: comparison.divider, picture: picture)
        let handle = CellRectangle(row: line.row, column: column, width: 1, height: 1)
        canvas.text("▲", in: handle, TextStyle(.accent, isBold: true))
    }
}

extension StudioModel {
    /// The picture of a comparison with a divider.
    func division(_ comparison: Comparison) -> Division {
        Division(
            left: comparison.left, right: comparison.right, divider: comparison.divider,
            frame: painting.frame?.request ?? 0)
    }
}

extension Comparison.Side {
    /// The whole picture of the side.
    fileprivate var picture: PictureSource {
        switch self {
        case .original: .original
        case .pastiche: .pastiche
        case .recipe(let recipe, _): .trial(recipe)
        }
    }
}
