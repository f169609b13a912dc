/// The mouse on the pad, on the sheet of variations and on a comparison.
extension StudioModel {
    /// Whether sliders are at hand for the mouse.
    var showsSliders: Bool {
        switch dialog {
        case nil, .comparison, .pad: true
        default: false
        }
    }

    /// Whether the mouse can move the picture.
    var isPictureAtHand: Bool {
        switch dialog {
        case nil, .comparison: true
        default: false
        }
    }

    /// A drag of what the mouse holds there; nil if it holds nothing.
    mutating func dragExploring(row: Int, column: Int, layout: Layout) -> [Effect]? {
        switch dialog {
        case .pad(let pad) where pad.isHeld: dragPad(row: row, column: column, layout: layout)
        case .comparison(let comparison) where comparison.isHeld: dragDivider(to: column, layout: layout)
        default: nil
        }
    }

    /// What the wheel does there; nil where it does what it does on the easel.
    mutating func scrollExploring(by step: Int, row: Int, column: Int, layout: Layout) -> [Effect]? {
        let target = layout.target(row: row, column: column, model: self)
        switch (dialog, target) {
        case (.variations, _): return perform(step < 0 ? .wider : .narrower)
        case (.comparison, .divider): return perform(step < 0 ? .lessFinely : .moreFinely)
        case (.pad, .padLabel(let index)), (.pad, .padCorner(let index)):
            return changeStyle(ofCorner: index, by: step)
        case (.pad, .slider(.strength)), (.pad, .slider(.stroke)), (.pad, .slider(.colours)): return nil
        case (.pad, _): return []
        default: return nil
        }
    }

    mutating func releaseExploring() {
        releaseDivider()
        releasePad()
    }
}
