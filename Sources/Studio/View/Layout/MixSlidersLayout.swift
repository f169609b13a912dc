import TerminalGraphics

extension Layout {
    /// A slider of the whole mix.
    package struct MixSlider: Equatable {
        package var slider: Slider
        package var panel: StudioModel.Panel
        var title: String
        /// A box that shares its upper edge with the one above; in low windows a line in the one box of all.
        package var place: CellRectangle
        package var track: CellRectangle

        var isBox: Bool { place.height > 1 }
    }

    /// From this height on, each slider has a box, and a track as wide as the palette's.
    static let roomyHeight = 26
    /// Columns of a title beside its track.
    private static let titleWidth = 9

    static func slidersHeight(isRoomy: Bool, hasStrokes: Bool) -> Int {
        let count = hasStrokes ? 3 : 2
        return isRoomy ? 2 * count + 1 : count + 2
    }

    /// From top to bottom.
    static func mixSliders(in sliders: CellRectangle, isRoomy: Bool, hasStrokes: Bool) -> [MixSlider] {
        var all: [(Slider, StudioModel.Panel, String)] = [(.strength, .strength, "Strength")]
        if hasStrokes { all.append((.stroke, .strokes, "Strokes")) }
        all.append((.colours, .colours, "Colours"))
        return all.enumerated().map { index, slider in
            let (slider, panel, title) = slider
            guard isRoomy else {
                let line = sliders.line(1 + index).dropping(left: 1, right: 1)
                return MixSlider(
                    slider: slider, panel: panel, title: title, place: line,
                    track: track(in: line.dropping(left: titleWidth)))
            }
            let box = CellRectangle(
                row: sliders.row + 2 * index, column: sliders.column, width: sliders.width, height: 3)
            return MixSlider(
                slider: slider, panel: panel, title: title, place: box, track: track(in: box.inset(rows: 1, columns: 1))
            )
        }
    }

    package var strengthTrack: CellRectangle { mixSliders.first { $0.slider == .strength }?.track ?? sliders }

    /// The slider of the strokes; nil if there is one stroke size only.
    package var strokesTrack: CellRectangle? { mixSliders.first { $0.slider == .stroke }?.track }

    /// The words that say in which way colours are kept, in an edge; nil while they do not matter.
    package func colourWay(_ model: StudioModel) -> CellRectangle? {
        guard let colours = mixSliders.last, model.palette.keptColours > 0 || model.panel == .colours else {
            return nil
        }
        let edge = colours.isBox ? colours.place.line(0) : sliders.line(sliders.height - 1)
        return edge.dropping(left: 2, right: 2).trailing(DisplayWidth.of(model.palette.colourWay.words) + 2)
    }
}
