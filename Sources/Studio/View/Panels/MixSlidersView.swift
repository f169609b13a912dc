import TerminalGraphics

/// The sliders of the whole mix: how much of it, how broad its strokes are, how much of the photograph's colours stays.
enum MixSlidersView {
    static func draw(_ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let focused = model.dialog == nil ? model.panel : nil
        let sliders = layout.mixSliders
        if sliders.first?.isBox == false {
            canvas.box(layout.sliders, title: "Mix", isFocused: sliders.contains { $0.panel == focused })
        }
        var isBelowFocus = false
        for (index, slider) in sliders.enumerated() {
            let isFocused = slider.panel == focused
            if slider.isBox {
                canvas.box(slider.place, title: slider.title, isFocused: isFocused)
                // Both boxes have this edge; it belongs to the one that has the keys.
                let edge = TextStyle(isFocused || isBelowFocus ? .accent : .border)
                if index > 0 {
                    canvas.text("├", in: slider.place.line(0).leading(1), edge)
                    canvas.text("┤", in: slider.place.line(0).trailing(1), edge)
                }
            } else {
                if isFocused { canvas.text("▌", in: slider.place.leading(1), TextStyle(.accent)) }
                let style = TextStyle(isFocused ? .accent : .text, isBold: isFocused)
                canvas.text(slider.title, in: slider.place.dropping(left: 1), style)
            }
            drawTrack(slider, model, isFocused: isFocused, canvas)
            isBelowFocus = isFocused
        }
        if let place = layout.colourWay(model) {
            let style = TextStyle(focused == .colours ? .accent : .text)
            canvas.text(" \(model.palette.colourWay.words) ", in: place, style)
        }
    }

    private static func drawTrack(
        _ slider: Layout.MixSlider, _ model: StudioModel, isFocused: Bool, _ canvas: Canvas
    ) {
        let value = model.value(of: slider.slider)
        let most = slider.slider == .strength ? Double(Palette.strengthRange.upperBound) : 100
        let bar = Bar(
            share: Double(value) / most, width: slider.track.width, mark: mark(slider.slider, model, of: most))
        canvas.bar(bar, in: slider.track, isActive: true, isFocused: isFocused)
        PaletteView.number(value, beside: slider.track, isFocused: isFocused, canvas)
    }

    /// Where a slider usually stands, as a share of its track; nil where that is an end.
    private static func mark(_ slider: Slider, _ model: StudioModel, of most: Double) -> Double? {
        switch slider {
        case .strength: 100 / most
        case .stroke: model.strokes.map { Double($0.percent(of: nil)) / most }
        case .colours, .weight: nil
        }
    }
}
