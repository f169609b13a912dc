import TerminalGraphics

extension StudioModel {
    /// Steps of the wheel on a slider, in per cent, and in a list, in rows.
    private static let wheelStep = 5
    private static let wheelRows = 3

    mutating func handle(_ mouse: TerminalInput.Mouse) -> [Effect] {
        let layout = Layout(self)
        switch mouse.action {
        case .press:
            grip = nil
            pictureGrip = nil
            carried = nil
            guard let target = layout.target(row: mouse.row, column: mouse.column, model: self) else { return [] }
            if target == .panel(.picture) { pictureGrip = PictureGrip(row: mouse.row, column: mouse.column) }
            if target == .padField { return holdPad(row: mouse.row, column: mouse.column, layout: layout) }
            return press(target, column: mouse.column, layout: layout)
        case .drag:
            if let pictureGrip, isPictureAtHand {
                drag(from: pictureGrip, row: mouse.row, column: mouse.column, layout: layout)
                return []
            }
            if dialog == nil, carried != nil { return carry(row: mouse.row, column: mouse.column, layout: layout) }
            if let effects = dragExploring(row: mouse.row, column: mouse.column, layout: layout) { return effects }
            guard showsSliders, let grip, let track = layout.track(of: grip, model: self) else { return [] }
            return drag(grip, to: mouse.column, track: track)
        case .release:
            if grip != nil || carried != nil { history.endRun() }
            releaseExploring()
            grip = nil
            pictureGrip = nil
            carried = nil
            return []
        case .scrollUp, .scrollDown:
            return scroll(by: mouse.action == .scrollUp ? -1 : 1, row: mouse.row, column: mouse.column, layout: layout)
        }
    }

    private mutating func press(_ target: Target, column: Int, layout: Layout) -> [Effect] {
        switch target {
        case .command(let command): return perform(command)
        case .row(let index):
            guard !isAsking else { return [] }
            if list?.selection.index == index { return chooseRow() }
            list?.selection.index = index
            return []
        case .variation(let index): return press(variation: index)
        case .padCorner(let index): return goToCorner(index)
        case .padLabel(let index): return chooseCorner(index)
        case .field(let field):
            editExport {
                $0.field = field
                $0.choose(by: 1)
            }
            return []
        default: break
        }
        history.endRun()
        switch target {
        case .divider: return holdDivider(column: column, layout: layout)
        case .slider(let slider):
            grip = slider
            focus(on: slider)
            guard let track = layout.track(of: slider, model: self) else { return [] }
            return drag(slider, to: column, track: track)
        case .entry(let index):
            focus(on: .weight(index))
            carried = index
        case .mute(let index):
            focus(on: .weight(index))
            return editFocused { $0.entries[$1].isMuted.toggle() }
        case .solo(let index):
            focus(on: .weight(index))
            return editFocused { $0.entries[$1].isSoloed.toggle() }
        case .lock(let index):
            focus(on: .weight(index))
            return editFocused { $0.entries[$1].isLocked.toggle() }
        case .moment(let index):
            let isSelected = panel == .moments && strip.selection.index == index
            panel = .moments
            strip.selection.index = index
            if isSelected { return restoreMoment() }
        case .removeMoment(let index):
            strip.selection.index = index
            return removeMoment()
        case .panel(let panel): self.panel = panel
        case .original: showsOriginal = true
        case .tried(let isAlone):
            guard case .styles(let chooser) = dialog, chooser.isAlone != isAlone else { return [] }
            return performOnStyles(.tryAlone)
        case .pastiche: showsOriginal = false
        default: break
        }
        return []
    }

    private mutating func editExport(_ change: (inout ExportForm) -> Void) {
        guard case .export(var form) = dialog, !form.asksToReplace else { return }
        change(&form)
        dialog = .export(form)
    }

    private mutating func focus(on slider: Slider) {
        switch slider {
        case .weight(let index):
            panel = .palette
            focus.index = index
        case .strength: panel = .strength
        case .stroke: panel = .strokes
        case .colours: panel = .colours
        }
    }

    private mutating func drag(_ slider: Slider, to column: Int, track: CellRectangle) -> [Effect] {
        let range = slider == .strength ? Palette.strengthRange : Palette.weightRange
        return set(slider, to: Layout.value(at: column, track: track, range: range), run: .drag)
    }

    /// The entry that is held goes where the mouse is; its own place stays under it.
    private mutating func carry(row: Int, column: Int, layout: Layout) -> [Effect] {
        if let entry = layout.entries(self).first(where: { $0.rectangle.contains(row: row, column: column) }) {
            carryEntry(to: entry.index)
        }
        return []
    }

    private mutating func scroll(by step: Int, row: Int, column: Int, layout: Layout) -> [Effect] {
        if case .help(let first) = dialog {
            dialog = .help(first: first + step * Self.wheelRows)
            return []
        }
        if case .messages(let first) = dialog {
            dialog = .messages(first: first + step * Self.wheelRows)
            return []
        }
        if let effects = scrollExploring(by: step, row: row, column: column, layout: layout) { return effects }
        if !showsSliders {
            let count = listCount
            if !isAsking { list?.selection.move(by: step * Self.wheelRows, count: count) }
            return []
        }
        switch layout.target(row: row, column: column, model: self) {
        case .slider(let slider): return turn(slider, by: -step)
        case .entry(let index), .mute(let index), .solo(let index), .lock(let index):
            return turn(.weight(index), by: -step)
        case .moment, .removeMoment, .panel(.moments):
            strip.selection.move(by: step, count: strip.moments.count)
        case .panel(.strength): return turn(.strength, by: -step)
        case .panel(.strokes): return turn(.stroke, by: -step)
        case .panel(.colours): return turn(.colours, by: -step)
        case .panel(.palette):
            history.endRun()
            focus.move(by: step, count: palette.entries.count)
        case .panel(.picture): return zoom(in: step < 0, row: row, column: column, layout: layout)
        default: break
        }
        return []
    }

    private mutating func turn(_ slider: Slider, by step: Int) -> [Effect] {
        focus(on: slider)
        return change(slider, by: step * Self.wheelStep)
    }
}
