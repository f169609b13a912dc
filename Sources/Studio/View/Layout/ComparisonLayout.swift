import TerminalGraphics

extension Layout {
    /// Where the pictures of a comparison are: one that is divided, or two with a line below each for its name.
    package func comparisonPictures(_ model: StudioModel) -> [CellRectangle] {
        guard case .comparison(let comparison) = model.dialog, let picture else { return [] }
        switch comparison.manner {
        case .divided: return [fitted(model, in: picture)]
        case .beside:
            // Whichever way leaves the pictures larger; the line of the lower one's name is the caption.
            let half = (picture.width - 2) / 2
            let beside = [picture.leading(half), picture.trailing(half)]
            let upper = (picture.height - 1) / 2
            let above = [
                picture.dropping(bottom: picture.height - upper), picture.dropping(top: picture.height - upper),
            ]
            let choices = [beside, above].map { $0.map { fitted(model, in: $0) } }
            return choices.max { area($0) < area($1) } ?? []
        }
    }

    /// The line below a picture of a comparison.
    func comparisonLabel(below picture: CellRectangle) -> CellRectangle {
        picture.line(picture.height)
    }

    private func area(_ pictures: [CellRectangle]) -> Int {
        pictures.first.map { $0.width * $0.height } ?? 0
    }

    /// The divider under a column, in thousandths: the first column is all of the right side, the last all of the left.
    static func divider(at column: Int, picture: CellRectangle) -> Int {
        value(at: column, track: picture, range: Comparison.dividerRange)
    }

    /// The column in which the divider is.
    static func column(of divider: Int, picture: CellRectangle) -> Int {
        let share = Double(divider) / Double(Comparison.dividerRange.upperBound)
        return picture.column + Int((share * Double(picture.width - 1)).rounded())
    }
}
