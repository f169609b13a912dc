import TerminalGraphics

extension Layout {
    /// The width of the labels in the export form.
    static let exportLabelWidth = 8

    /// Where a field of the export form is, without its label; nil for one that is not shown.
    func exportField(_ field: ExportForm.Field, _ form: ExportForm) -> CellRectangle? {
        guard let inside = dialogInside, form.fields.contains(field) else { return nil }
        func choice(_ field: ExportForm.Field, row: Int) -> CellRectangle {
            inside.line(row).dropping(left: Self.exportLabelWidth).leading(form.word(field).count + 4)
        }
        func text(behind field: ExportForm.Field, row: Int, gap: Int, width: Int) -> CellRectangle {
            let left = Self.exportLabelWidth + choice(field, row: row).width + gap
            return inside.line(row).dropping(left: left).leading(width)
        }
        let last = form.hasStrokes ? 5 : 4
        return switch field {
        case .path: inside.line(0).dropping(left: Self.exportLabelWidth)
        case .source: choice(.source, row: 2)
        case .size: choice(.size, row: 3)
        case .amount: text(behind: .size, row: 3, gap: 1, width: 8)
        case .strokes: choice(.strokes, row: 4)
        case .format: choice(.format, row: last)
        case .quality: text(behind: .format, row: last, gap: 1 + Self.qualityLabel.count, width: 4)
        case .recipe: choice(.recipe, row: last + 1)
        }
    }

    static let qualityLabel = "quality "
}

extension ExportForm {
    /// The word that a choice shows.
    func word(_ field: Field) -> String {
        switch field {
        case .source: isWholeFolder ? "its whole folder" : "this photograph"
        case .size:
            switch size {
            case .original: "original"
            case .screen: "screen"
            case .print: "print"
            case .number: "pixels"
            }
        case .strokes: strokes == .asSeen ? "as on the easel" : "finer with size"
        case .format: format.rawValue.uppercased()
        case .recipe: carriesRecipe ? "in the file" : "left out"
        case .path, .amount, .quality: ""
        }
    }
}
