import StyleTransfer

/// The studio's one step: changes the model by an event and says what to do about it.
///
/// Pure: reads no clock, no file and no terminal. All input and output are effects.
public func update(_ model: inout StudioModel, _ event: Event) -> [Effect] {
    let palette = model.palette
    let theme = model.shownTheme
    let tried = model.triedRecipe
    var effects = model.handle(event)
    // Who changes the mix wants to see it.
    if model.palette != palette { model.showsOriginal = false }
    model.keepSelectionsVisible()
    effects += model.changeTheme(from: theme) + model.followTrial(from: tried) + model.paint()
    effects += model.planExport()
    effects += model.paintDetail() + model.noteWork()
    return effects
}

extension StudioModel {
    fileprivate mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .input(let input):
            return handle(input)
        case .resized(let size):
            window = Size(width: max(1, size.width), height: max(1, size.height))
            grip = nil
            pictureGrip = nil
            carried = nil
            return []
        case .capabilities(let capabilities):
            self.capabilities = capabilities
            return []
        case .paced(let budget):
            painting.budget = budget
            return []
        case .painted(let frame):
            painting.receive(frame)
            return []
        case .paintingFailed(let request, let message):
            painting.fail(request: request)
            return say(.error, message)
        case .detail(let state, let request):
            detail.receive(state, number: request)
            return []
        case .pictureRead(let path, let painting, let problem):
            return pictureRead(path: path, painting: painting, problem: problem)
        case .photographOpened(let path, let width, let height):
            return photographOpened(path: path, width: width, height: height)
        case .photographFailed(let message):
            history.photograph = photograph?.path
            // Whatever was being painted of the old photograph was given up for the new one.
            detail.startAnew()
            let effects = photograph == nil && dialog == nil ? openBrowser() : []
            return effects + say(.error, message)
        case .folderListed(let path, let folders, let photographs):
            browse { $0.show(path: path, folders: folders, photographs: photographs) }
            return []
        case .folderFailed(let path, let message):
            browse { $0.giveUp(path: path) }
            return say(.error, message)
        case .sessionFound(let offer):
            return self.offer(offer)
        case .sessionRestored(let offer):
            return sessionRestored(offer)
        case .sessionMissing:
            return say(.information, "There is no earlier session.")
        case .sessionFailed(let message):
            return say(.warning, message)
        case .favouritesListed(let styles):
            return favouritesListed(styles)
        case .favouritesFailed(let message):
            return say(.warning, message)
        case .presetsListed(let presets, let problems):
            return presetsListed(presets, problems: problems)
        case .presetSaved(let preset):
            return presetSaved(preset)
        case .presetExists:
            presetExists()
            return []
        case .presetChanged(let name, let preset):
            return presetChanged(name: name, preset)
        case .presetDeleted(let name):
            return say(.information, "Deleted “\(name)”; \(keys.label(.undoDelete)) in the list brings it back.")
        case .presetRestored(let name):
            return say(.information, name.map { "“\($0)” is back." } ?? "No preset was deleted in this session.")
        case .presetFailed(let message), .troubled(let message):
            return say(.error, message)
        case .exportPlanned(let plan, let outlook):
            return exportPlanned(plan, outlook)
        case .exportProgressed, .exportFinished, .exportCancelled, .exportFailed:
            return handleExport(event)
        case .woken(.settle(let motion)):
            painting.settle(motion: motion)
            return []
        case .woken(.autosave):
            return autosave()
        case .woken(.clearMessage(let number)):
            if message?.number == number && dialog != .message { message = nil }
            return []
        case .resumed:
            return [.repaint]
        case .terminated:
            return leave()
        }
    }

    /// Puts a line into the message line; news leave it by themselves, trouble stays.
    mutating func say(_ kind: Message.Kind, _ text: String) -> [Effect] {
        messageCount += 1
        let news = Message(kind: kind, text: text, number: messageCount, time: time)
        messages.add(news)
        message = news
        return kind == .information ? [.wake(.clearMessage(messageCount), milliseconds: 6000)] : []
    }

    /// Ends the program; a running export leaves nothing behind.
    mutating func leave() -> [Effect] {
        (exports.running.map { [.cancelExport(job: $0.request.number)] } ?? []) + [.quit]
    }

    fileprivate mutating func keepSelectionsVisible() {
        let layout = Layout(self)
        focus.keepVisible(count: palette.entries.count, rows: layout.entryCapacity)
        strip.selection.keepVisible(count: strip.moments.count, rows: layout.momentCapacity)
        if let dialog, let lines = layout.listLines(dialog) {
            let count = listCount
            let columns = listColumns
            list?.selection.keepVisible(count: count, lines: lines, columns: columns)
        }
        if case .help(let first) = dialog {
            dialog = .help(first: first.clamped(to: 0...layout.helpOverflow))
        }
        if case .messages(let first) = dialog {
            dialog = .messages(first: first.clamped(to: 0...layout.messageOverflow(self)))
        }
    }
}
