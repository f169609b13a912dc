import StyleTransfer

extension StudioModel {
    /// The slider that keys change now, if any.
    var slider: Slider? {
        switch panel {
        case .palette: palette.entries.isEmpty ? nil : .weight(focus.index)
        case .strength: .strength
        case .strokes: .stroke
        case .colours: .colours
        case .picture, .moments: nil
        }
    }

    func value(of slider: Slider) -> Int {
        switch slider {
        case .weight(let index): palette.entries.indices.contains(index) ? palette.entries[index].weight : 0
        case .strength: palette.strength
        case .stroke: strokes?.percent(of: palette.stroke) ?? 0
        case .colours: palette.keptColours
        }
    }

    /// Moves a slider; what lies outside its range becomes the range's end.
    ///
    /// - Parameter run: the step of the history that the change belongs to; nil for the slider's own.
    mutating func set(_ slider: Slider, to value: Int, run: History.Run? = nil) -> [Effect] {
        var changed = palette
        let ownRun: History.Run
        switch slider {
        case .weight(let index):
            guard palette.entries.indices.contains(index) else { return [] }
            changed.entries[index].weight = value.clamped(to: Palette.weightRange)
            ownRun = .weight(style: palette.entries[index].style)
        case .strength:
            changed.strength = value.clamped(to: Palette.strengthRange)
            ownRun = .strength
        case .stroke:
            guard let strokes else { return sayOneStroke() }
            // A size from a preset may lie between two places of the slider; it stays until the slider moves.
            guard value != strokes.percent(of: palette.stroke) else { return [] }
            changed.stroke = strokes.stroke(percent: value)
            ownRun = .stroke
        case .colours:
            changed.keptColours = value.clamped(to: Palette.keptColoursRange)
            ownRun = .colours
        }
        guard changed != palette else { return [] }
        history.keep(palette, run: run ?? ownRun)
        palette = changed
        return [painting.move()]
    }

    mutating func change(_ slider: Slider?, by steps: Int) -> [Effect] {
        guard let slider else { return [] }
        return set(slider, to: value(of: slider) + steps)
    }

    private mutating func sayOneStroke() -> [Effect] {
        say(.information, "These styles have learnt one stroke size only.")
    }

    /// Keeps the photograph's colours in the other way.
    mutating func changeColourWay() -> [Effect] {
        edit { $0.colourWay = $0.colourWay == .place ? .overall : .place }
        guard palette.keptColours == 0 else { return [] }
        let key = keys.label(.moreColour, in: contexts)
        return say(.information, "Colours will be kept \(palette.colourWay.words); \(key) keeps more of them.")
    }

    /// A change of the palette that is a step of its own.
    mutating func edit(_ change: (inout Palette) -> Void) {
        var changed = palette
        change(&changed)
        guard changed != palette else { return }
        history.keep(palette)
        palette = changed
        painting.rest()
    }

    /// Puts a style on the palette, or goes to it if it is there.
    mutating func add(_ style: Style) -> [Effect] {
        panel = .palette
        if let index = palette.entries.firstIndex(where: { $0.style == style.id }) {
            focus.index = index
            return say(.information, "\(style.title) is on the palette already.")
        }
        edit { $0.add(style.id) }
        focus.index = palette.entries.count - 1
        return []
    }

    /// Changes the focused entry; says how to get one if there is none.
    mutating func editFocused(_ change: (inout Palette, Int) -> Void) -> [Effect] {
        let index = focus.index
        guard palette.entries.indices.contains(index) else {
            return say(.information, "The palette is empty; \(keys.label(.addStyle)) adds a style.")
        }
        edit { change(&$0, index) }
        return []
    }

    mutating func undo() -> [Effect] {
        guard let step = history.undo(palette) else { return say(.information, "There is nothing to undo.") }
        palette = step.palette
        if let removed = step.removed { strip.insert(removed.moment, at: removed.index) }
        painting.rest()
        return openPhotographOfHistory()
    }

    mutating func redo() -> [Effect] {
        guard let step = history.redo(palette) else { return say(.information, "There is nothing to redo.") }
        palette = step.palette
        if let removed = step.removed { strip.remove(number: removed.moment.number) }
        painting.rest()
        return openPhotographOfHistory()
    }

    /// The panels with one slider each, from top to bottom.
    private var sliderPanels: [Panel] { strokes == nil ? [.strength, .colours] : [.strength, .strokes, .colours] }

    /// Moves the focus through the sliders: the entries, the strength, the strokes, the colours.
    mutating func moveFocus(by step: Int) {
        let panels = sliderPanels
        if panel == .palette {
            let isLast = focus.index + 1 >= palette.entries.count
            if step > 0 && isLast { panel = .strength } else { focus.move(by: step, count: palette.entries.count) }
        } else if let index = panels.firstIndex(of: panel) {
            let next = index + (step < 0 ? -1 : 1)
            if panels.indices.contains(next) {
                panel = panels[next]
            } else if next < 0, !palette.entries.isEmpty {
                panel = .palette
                focus.index = palette.entries.count - 1
            }
        }
    }

    mutating func movePanel(by step: Int) {
        let panels = Panel.allCases.filter { panel in
            switch panel {
            case .moments: strip.isShown
            case .strokes: strokes != nil
            case .palette, .strength, .colours, .picture: true
            }
        }
        guard let index = panels.firstIndex(of: panel) else { return }
        panel = panels[(index + step + panels.count) % panels.count]
    }
}

extension KeptColours.Way {
    /// As the studio says it.
    var words: String {
        switch self {
        case .place: "by place"
        case .overall: "overall"
        }
    }
}
