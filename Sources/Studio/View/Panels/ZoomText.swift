import TerminalGraphics

/// How close the view is, and whether it already shows what an export will.
enum ZoomText {
    /// The longest way to say it that fits.
    static func text(_ model: StudioModel, width: Int) -> String {
        let factor = model.zoomFactor
        guard !model.showsOriginal, !model.recipe.isPhotograph else { return factor }
        let state = state(model)
        return ["\(factor) · \(state.long)", "\(factor) \(state.short)"].first { DisplayWidth.of($0) <= width }
            ?? factor
    }

    private static func state(_ model: StudioModel) -> (long: String, short: String) {
        switch model.detail.state {
        case .painting(let share): ("sharpening \(Int(share * 100)) %", "\(Int(share * 100)) %")
        case .ready where model.isDetailReduced: ("painted at \(Detail.megapixels) MP", "\(Detail.megapixels) MP")
        case .ready: ("as exported", "sharp")
        case .none, .failed: ("preview", "preview")
        }
    }
}

extension StudioModel {
    /// `1.5 ×`.
    var zoomFactor: String {
        let zoom = viewport.zoom
        return (zoom == zoom.rounded() ? "\(Int(zoom))" : "\(zoom)") + " ×"
    }

    /// Whether an export has more pixels than a zoomed view is painted with.
    var isDetailReduced: Bool {
        photograph.map { Double($0.width) * Double($0.height) > Detail.pixelLimit } ?? false
    }
}
