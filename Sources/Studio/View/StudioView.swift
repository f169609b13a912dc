import Files
import TerminalGraphics

/// Draws the studio: a function of the model, and of nothing else.
public enum StudioView {
    /// Draws the whole window between `clear` and `show`; both are the caller's to call.
    public static func draw(_ model: StudioModel, on screen: any Screen) {
        let layout = Layout(model)
        let canvas = Canvas(screen)
        guard !layout.isTooSmall else {
            drawTooSmall(layout, canvas)
            return
        }
        HeaderView.draw(model, layout, canvas)
        drawLeft(model, layout, canvas)
        EaselView.draw(model, layout, canvas)
        MomentsView.draw(model, layout, canvas)
        if let dialog = model.dialog, let rectangle = layout.dialog {
            DialogView.draw(dialog, model, layout, rectangle, isFocused: true, canvas)
        }
        MessageView.draw(model, layout, canvas)
        HintsView.draw(model, layout, canvas)
    }

    /// The palette, or what was opened in its place, while the dialog in front leaves the left side free.
    private static func drawLeft(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        if !layout.coversPalette, let (lower, place) = dialogOnTheLeft(below: model), let dialog = lower.dialog,
            let rectangle = place.dialog
        {
            DialogView.draw(dialog, lower, place, rectangle, isFocused: false, canvas)
            if !place.coversSliders { MixSlidersView.draw(model, layout, canvas) }
            return
        }
        if !layout.coversPalette { PaletteView.draw(model, layout, canvas) }
        if !layout.coversSliders { MixSlidersView.draw(model, layout, canvas) }
    }

    /// The nearest dialog below the one in front that leaves the picture in sight, as it would be in front.
    private static func dialogOnTheLeft(below model: StudioModel) -> (StudioModel, Layout)? {
        var lower = model
        while !lower.covered.isEmpty {
            lower.closeDialog()
            let layout = Layout(lower)
            if layout.isDialogOnTheLeft { return (lower, layout) }
        }
        return nil
    }

    private static func drawTooSmall(_ layout: Layout, _ canvas: Canvas) {
        let minimum = Layout.minimum
        let window = CellRectangle(row: 0, column: 0, width: layout.window.width, height: layout.window.height)
        let long =
            "Pastiche needs \(minimum.width) × \(minimum.height) cells; this window has \(window.width) × \(window.height)."
        let short = "\(minimum.width) × \(minimum.height), please"
        let text = DisplayWidth.of(long) <= window.width ? long : short
        canvas.text(text, in: window.line(max(0, (window.height - 1) / 2)), TextStyle(.warning), .centre)
    }
}
