import StyleTransfer
import TerminalGraphics

/// The contact sheet of variations.
enum VariationsView {
    static func draw(_ variations: Variations, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let sheet = model.variationSheet
        for cell in layout.variationCells(model) {
            let palette = sheet.palettes[cell.index]
            canvas.place(.trial(palette.recipe), in: cell.picture)
            draw(caption(of: cell, palette, model), in: cell, isSelected: cell.index == variations.selected, canvas)
        }
        if let rectangle = layout.dialog, sheet.palettes.indices.contains(variations.selected) {
            drawMix(sheet.palettes[variations.selected], in: rectangle, model, canvas)
        }
    }

    /// How far the sheet spreads.
    static func spread(_ model: StudioModel) -> String {
        let spread = model.variationSettings.spread
        let marks = Spread.allCases.map { $0.rawValue <= spread.rawValue ? "■" : "□" }.joined()
        return "\(marks) \(spread.word)"
    }

    private static func caption(of cell: Layout.VariationCell, _ palette: Palette, _ model: StudioModel) -> String {
        let mark = model.pinnedMoment(of: palette) == nil ? "" : "• "
        let width = cell.caption.width - mark.count
        if cell.index == VariationSheet.centre { return mark + "present mix".truncated(to: width) }
        let difference = MixDifference(
            from: model.palette, to: palette, strokes: model.strokes, title: model.shortTitle)
        return mark + difference.text(width: width)
    }

    private static func draw(
        _ caption: String, in cell: Layout.VariationCell, isSelected: Bool, _ canvas: Canvas
    ) {
        let isCentre = cell.index == VariationSheet.centre
        let style =
            isSelected ? TextStyle(.accent, isBold: true) : TextStyle(isCentre ? .title : .dim)
        canvas.text(caption, in: cell.caption, style, .centre)
        guard isSelected else { return }
        // Bars on both sides stand out beside a picture of any colour, and cost it no room.
        let picture = cell.picture
        for row in 0..<picture.height {
            let line = picture.line(row)
            canvas.text("▐", in: beside(line, column: line.column - 1), TextStyle(.accent))
            canvas.text("▌", in: beside(line, column: line.column + line.width), TextStyle(.accent))
        }
    }

    private static func beside(_ line: CellRectangle, column: Int) -> CellRectangle {
        CellRectangle(row: line.row, column: column, width: 1, height: 1)
    }

    /// What the selected variation is mixed of, in the lower edge.
    private static func drawMix(
        _ palette: Palette, in rectangle: CellRectangle, _ model: StudioModel, _ canvas: Canvas
    ) {
        let edge = rectangle.line(rectangle.height - 1).dropping(left: 2, right: 2)
        let text = " " + mixText(palette, model) + " "
        canvas.text(text, in: edge, TextStyle(.text))
    }

    static func mixText(_ palette: Palette, _ model: StudioModel) -> String {
        let parts = palette.entries.indices.filter { palette.share($0) > 0 }.map { index in
            "\(model.shortTitle(palette.entries[index].style)) \(Int((palette.share(index) * 100).rounded())) %"
        }
        guard !parts.isEmpty else { return "the photograph" }
        let strength = palette.strength == 100 ? [] : ["strength \(palette.strength) %"]
        let stroke = palette.stroke.flatMap { size in model.strokes.map { ["strokes \($0.percent(of: size)) %"] } }
        let colours = palette.keptColours == 0 ? [] : ["colours \(palette.keptColours) %"]
        return (parts + strength + (stroke ?? []) + colours).joined(separator: " · ")
    }
}
