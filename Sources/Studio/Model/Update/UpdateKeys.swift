import TerminalGraphics

extension StudioModel {
    /// Steps of a slider in per cent: for the plain key, and for the one with shift.
    private static let step = 5
    private static let fineStep = 1

    mutating func handle(_ input: TerminalInput) -> [Effect] {
        switch input {
        case .key(let key): return handle(key)
        case .mouse(let mouse): return handle(mouse)
        case .paste(let text):
            editText { $0.insert(text) }
            return []
        case .reply: return []
        }
    }

    private mutating func handle(_ key: TerminalInput.Key) -> [Effect] {
        if let command = keys.command(for: key, in: contexts) { return perform(command) }
        if case .tour = dialog, keys.command(for: key, in: [.easel]) != nil {
            // Who tries what the card says has understood.
            closeDialog()
            return handle(key)
        }
        var isTyped = false
        editText { isTyped = $0.handle(key) }
        return isTyped ? [] : handleUnbound(key)
    }

    private mutating func handleUnbound(_ key: TerminalInput.Key) -> [Effect] {
        if key.alternate, case .character = key.code {
            // Escape and a letter that come together look like Alt with that letter.
            var letter = key
            letter.alternate = false
            return handle(TerminalInput.Key(.escape)) + handle(letter)
        }
        guard isExploring, let command = keys.command(for: key, in: [.easel]), !command.isMotion,
            let action = keys.bindings.first(where: { $0.context == .easel && $0.command == command })
        else { return [] }
        let way = keys.label(.close, in: contexts)
        return say(.information, "“\(action.title)” is for the easel; \(way) goes back there.")
    }

    /// Does what a key, a hint or a button stands for.
    mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .quitAtOnce: return leave()
        case .help: return toggleHelp()
        case .openMenu:
            history.endRun()
            openMenu()
            return []
        case .readMessage:
            if message != nil { cover(with: .message) }
            return []
        default: break
        }
        return dialog == nil ? performOnEasel(command) : performInDialog(command)
    }

    mutating func performOnEasel(_ command: Command) -> [Effect] {
        if pan(command) { return [] }
        switch command {
        case .less, .more, .lessFinely, .moreFinely, .set, .weaker, .stronger, .finer, .broader, .lessColour,
            .moreColour:
            return performOnSlider(command)
        default: history.endRun()
        }
        switch command {
        case .up: moveFocus(by: -1)
        case .down: moveFocus(by: 1)
        case .nextPanel: movePanel(by: 1)
        case .previousPanel: movePanel(by: -1)
        case .toggleOriginal: showsOriginal.toggle()
        case .zoomIn: return zoom(in: true)
        case .zoomOut: return zoom(in: false)
        case .viewLeft, .viewRight, .viewUp, .viewDown: return moveView(command)
        case .addStyle: return openStyles()
        case .pinMoment: return pinMoment()
        case .showMoments: toggleMoments()
        case .restoreMoment: return restoreMoment()
        case .restoreSession: return [.restoreSession]
        case .removeStyle where panel == .moments: return removeMoment()
        case .removeStyle: return editFocused { $0.entries.remove(at: $1) }
        case .mute: return editFocused { $0.entries[$1].isMuted.toggle() }
        case .solo: return editFocused { $0.entries[$1].isSoloed.toggle() }
        case .lock: return editFocused { $0.entries[$1].isLocked.toggle() }
        case .moveEntryUp: return moveEntry(by: -1)
        case .moveEntryDown: return moveEntry(by: 1)
        case .colourWay: return changeColourWay()
        case .spreadEvenly: return spreadEvenly()
        case .randomise: return randomise()
        case .undo: return undo()
        case .redo: return redo()
        case .variations: return openVariations()
        case .pad: return openPad()
        case .compare: return openComparison()
        case .choosePreset: return openPresets()
        case .savePreset: return openPresetForm()
        case .export: return openExportForm()
        case .cancelExport: return cancelExport()
        case .showExports: return openExports()
        case .openPhotograph: return openBrowser()
        case .takeTour: takeTour()
        case .showMessages: dialog = .messages(first: 0)
        case .nextTheme: return nextTheme()
        case .chooseTheme: return openThemes()
        case .quit:
            guard exports.isBusy else { return [.quit] }
            dialog = .confirmQuit
        default: break
        }
        return []
    }

    private mutating func performOnSlider(_ command: Command) -> [Effect] {
        if panel == .moments {
            let steps: [Command: Int] = [.less: -1, .lessFinely: -1, .more: 1, .moreFinely: 1]
            if let step = steps[command] { strip.selection.move(by: step, count: strip.moments.count) }
        }
        if panel == .picture {
            if command == .less { showsOriginal = true }
            if command == .more { showsOriginal = false }
        }
        switch command {
        case .less: return change(slider, by: -Self.step)
        case .more: return change(slider, by: Self.step)
        case .lessFinely: return change(slider, by: -Self.fineStep)
        case .moreFinely: return change(slider, by: Self.fineStep)
        case .weaker: return change(.strength, by: -Self.step)
        case .stronger: return change(.strength, by: Self.step)
        case .finer: return change(.stroke, by: -Self.step)
        case .broader: return change(.stroke, by: Self.step)
        case .lessColour: return change(.colours, by: -Self.step)
        case .moreColour: return change(.colours, by: Self.step)
        case .set(let value): return slider.map { set($0, to: value) } ?? []
        default: return []
        }
    }

    private mutating func toggleHelp() -> [Effect] {
        history.endRun()
        if case .help = dialog {
            closeDialog()
        } else {
            cover(with: .help(first: 0))
        }
        return []
    }
}
