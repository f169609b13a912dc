import TerminalGraphics

/// Two pictures to be compared, with their names.
enum ComparisonView {
    static func draw(_ comparison: Comparison, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let pictures = layout.comparisonPictures(model)
        switch comparison.manner {
        case .divided:
            guard let picture = pictures.first else { return }
            canvas.place(.divided(model.division(comparison)), in: picture)
            drawNames(comparison, below: picture, model, layout, canvas)
        case .beside:
            for (side, picture) in zip([comparison.left, comparison.right], pictures) {
                canvas.place(model.picture(of: side), in: picture)
                let line = layout.comparisonLabel(below: picture)
                canvas.text(side.name, in: line, TextStyle(.text), .centre)
            }
        }
    }

    /// The names at both ends, the handle of the divider between them.
    private static func drawNames(
        _ comparison: Comparison, below picture: CellRectangle, _ model: StudioModel, _ layout: Layout,
        _ canvas: Canvas
    ) {
        let line = layout.comparisonLabel(below: picture)
        let room = max(1, (line.width - 3) / 2)
        let range = Comparison.dividerRange
        let isLeftSeen = comparison.divider > range.lowerBound
        let isRightSeen = comparison.divider < range.upperBound
        let zoom = model.viewport.isWhole ? "" : "  " + model.zoomFactor
        canvas.pieces(
            [
                (comparison.left.name, TextStyle(isLeftSeen ? .text : .dim, isBold: isLeftSeen)),
                (zoom, TextStyle(.dim)),
            ], in: line.leading(room))
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
            frame: painting.frame?.request ?? 0, viewport: viewport,
            detail: viewport.isWhole || detail.state != .ready ? 0 : detail.number)
    }

    /// The picture of one side alone.
    fileprivate func picture(of side: Comparison.Side) -> PictureSource {
        switch side {
        case .original: return .original
        case .pastiche: return .pastiche
        case .recipe(let recipe, _):
            if viewport.isWhole { return .trial(recipe) }
            // Trials are always whole; a part of one is the left half of a division with nothing to its right.
            let all = Comparison.dividerRange.upperBound
            return .divided(Division(left: side, right: .original, divider: all, viewport: viewport))
        }
    }
}
