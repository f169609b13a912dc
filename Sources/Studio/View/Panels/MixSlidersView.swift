import TerminalGraphics

/// The sliders of the whole mix: how much of it, and how broad its strokes are.
enum MixSlidersView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let focused = model.dialog == nil ? model.panel : nil
        canvas.box(layout.strength, title: "Strength", isFocused: focused == .strength)
        if let strokes = layout.strokes {
            canvas.box(strokes, title: "Strokes", isFocused: focused == .strokes)
            // Both boxes have this edge; it belongs to the one that has the keys.
            let edge = TextStyle(focused == .strength || focused == .strokes ? .accent : .border)
            canvas.text("├", in: strokes.line(0).leading(1), edge)
            canvas.text("┤", in: strokes.line(0).trailing(1), edge)
        }
        let most = Double(Palette.strengthRange.upperBound)
        draw(
            model.palette.strength, of: most, mark: 100, in: layout.strengthTrack, isFocused: focused == .strength,
            canvas)
        if let track = layout.strokesTrack, let scale = model.strokes {
            draw(
                scale.percent(of: model.palette.stroke), of: 100, mark: Double(scale.percent(of: nil)), in: track,
                isFocused: focused == .strokes, canvas)
        }
    }

    private static func draw(
        _ value: Int, of most: Double, mark: Double, in track: CellRectangle, isFocused: Bool, _ canvas: Canvas
    ) {
        let bar = Bar(share: Double(value) / most, width: track.width, mark: mark / most)
        canvas.bar(bar, in: track, isActive: true, isFocused: isFocused)
        PaletteView.number(value, beside: track, isFocused: isFocused, canvas)
    }
}
