import TerminalGraphics

extension StudioModel {
    /// Steps on the pad in per cent: for the plain key, and for the one with shift.
    private static let padStep = 5
    private static let finePadStep = 1

    mutating func openPad() -> [Effect] {
        guard photograph != nil else {
            return say(.information, "The pad needs a photograph; \(keys.label(.openPhotograph)) opens one.")
        }
        guard let pad = Pad(palette) else {
            let way = keys.label(.addStyle)
            return say(
                .information, "The pad mixes two to four styles that are neither muted nor locked; \(way) adds one.")
        }
        showsOriginal = false
        dialog = .pad(pad)
        return []
    }

    mutating func perform(_ command: Command, in pad: Pad) -> [Effect] {
        if let corner = pad.corner, let effects = perform(command, in: pad, corner: corner) { return effects }
        let (step, fine) = (Self.padStep, Self.finePadStep)
        switch command {
        case .less: return move(pad, x: -step)
        case .more: return move(pad, x: step)
        case .up: return move(pad, y: -step)
        case .down: return move(pad, y: step)
        case .lessFinely: return move(pad, x: -fine)
        case .moreFinely: return move(pad, x: fine)
        case .upFinely: return move(pad, y: -fine)
        case .downFinely: return move(pad, y: fine)
        case .middle: return move(pad, x: 50 - pad.x, y: 50 - pad.y)
        case .pick(let number): return goToCorner(number - 1)
        case .nextField, .previousField:
            history.endRun()
            var pad = pad
            pad.moveCorner(by: command == .nextField ? 1 : -1)
            dialog = .pad(pad)
        case .weaker, .stronger, .finer, .broader, .lessColour, .moreColour, .colourWay, .toggleOriginal, .pinMoment:
            return performOnEasel(command)
        case .undo, .redo:
            let effects = performOnEasel(command)
            dialog = Pad(palette, styles: pad.styles).map(Dialog.pad)
            return effects
        case .close:
            history.endRun()
            closeDialog()
        default: break
        }
        return []
    }

    /// While a corner's style is chosen; nil for what means the same as ever.
    private mutating func perform(_ command: Command, in pad: Pad, corner: Int) -> [Effect]? {
        switch command {
        case .up, .less: return changeStyle(ofCorner: corner, by: -1)
        case .down, .more: return changeStyle(ofCorner: corner, by: 1)
        case .confirm:
            var pad = pad
            pad.corner = nil
            dialog = .pad(pad)
            return []
        default: return nil
        }
    }

    private mutating func move(_ pad: Pad, x: Int = 0, y: Int = 0) -> [Effect] {
        var pad = pad
        pad.move(x: pad.x + x, y: pad.y + y)
        return mix(pad, run: .pad)
    }

    /// Lets the mix follow the pad.
    private mutating func mix(_ pad: Pad, run: History.Run) -> [Effect] {
        dialog = .pad(pad)
        var changed = pad.palette(x: pad.x, y: pad.y)
        changed.takeWhole(from: palette)
        guard changed != palette else { return [] }
        history.keep(palette, run: run)
        palette = changed
        return [painting.move()]
    }

    // MARK: The mouse

    mutating func holdPad(row: Int, column: Int, layout: Layout) -> [Effect] {
        guard case .pad(var pad) = dialog else { return [] }
        history.endRun()
        pad.isHeld = true
        pad.corner = nil
        dialog = .pad(pad)
        return dragPad(row: row, column: column, layout: layout)
    }

    mutating func dragPad(row: Int, column: Int, layout: Layout) -> [Effect] {
        guard case .pad(var pad) = dialog, pad.isHeld, let field = layout.pad(self)?.field else { return [] }
        let place = Layout.place(row: row, column: column, field: field)
        pad.move(x: place.x, y: place.y)
        return mix(pad, run: .drag)
    }

    mutating func releasePad() {
        guard case .pad(var pad) = dialog, pad.isHeld else { return }
        history.endRun()
        pad.isHeld = false
        dialog = .pad(pad)
    }

    /// Goes to a corner: all of its style.
    mutating func goToCorner(_ index: Int) -> [Effect] {
        guard case .pad(var pad) = dialog, pad.styles.indices.contains(index) else { return [] }
        history.endRun()
        let place = pad.place(ofCorner: index)
        pad.move(x: place.x, y: place.y)
        return mix(pad, run: .pad)
    }

    mutating func chooseCorner(_ index: Int) -> [Effect] {
        guard case .pad(var pad) = dialog, pad.styles.indices.contains(index) else { return [] }
        history.endRun()
        pad.corner = pad.corner == index ? nil : index
        dialog = .pad(pad)
        return []
    }

    mutating func changeStyle(ofCorner index: Int, by step: Int) -> [Effect] {
        guard case .pad(var pad) = dialog else { return [] }
        pad.changeStyle(ofCorner: index, by: step, among: styles.map(\.id))
        return mix(pad, run: .corner(index))
    }
}
