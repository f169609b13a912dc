import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// Whatever comes in whatever order: the model stays sound, and nothing is drawn outside the screen.
@Suite struct ModelStormTests {
    @Test(arguments: [1, 2, 3] as [UInt64]) func staysSound(seed: UInt64) throws {
        var storm = Storm(seed: seed)
        var easel = try Easel()
        for count in 0..<10_000 {
            let event = storm.event(easel.model)
            easel.send(event)
            let problem = unsound(easel.model)
            try #require(problem == nil, "event \(count), \(event): \(problem ?? "")")
            storm.plan = easel.plan ?? storm.plan
            easel.effects = []
            guard count % 5 == 0 else { continue }
            let screen = easel.draw()
            try #require(screen.faults == [], "event \(count), \(event)")
        }
        #expect(easel.model.painting.number > 100)
    }

    private func unsound(_ model: StudioModel) -> String? {
        let entries = model.palette.entries
        if !entries.allSatisfy({ (0...100).contains($0.weight) }) { return "a weight is out of range" }
        if !(0...150).contains(model.palette.strength) { return "the strength is out of range" }
        if Set(entries.map(\.style)).count != entries.count { return "a style is there twice" }
        if !(0..<max(1, entries.count)).contains(model.focus.index) { return "the focus is nowhere" }
        if (try? model.recipe.validate()) == nil { return "the recipe is invalid" }
        let moments = model.strip.moments
        if Set(moments.map(\.number)).count != moments.count { return "two moments have one number" }
        if !(0..<max(1, moments.count)).contains(model.strip.selection.index) { return "no moment is selected" }
        if model.panel == .moments && !model.strip.isShown { return "the focus is on a hidden strip" }
        if model.exports.jobs.count(where: \.isRunning) > 1 { return "two exports run" }
        if model.exports.isBusy && model.exports.running == nil { return "exports wait for nothing" }
        let list: (FilteredList, Int)? =
            switch model.dialog {
            case .photographs(let browser): (browser.list, browser.rows.count)
            case .styles(let chooser): (chooser.list, model.rows(of: chooser).count)
            case .presets(let chooser): (chooser.list, chooser.rows(of: model.presets).count)
            case .themes(let chooser): (chooser.list, chooser.rows(of: model.settings.themes).count)
            case .exports(let chooser): (chooser.list, chooser.rows(of: model.exports.jobs).count)
            case .menu(let menu): (menu.list, model.rows(of: menu).count)
            default: nil
            }
        if case .tour(let card) = model.dialog, !(0..<4).contains(card) { return "the tour has no such card" }
        if model.messages.messages.count > 300 { return "messages pile up" }
        if let (list, count) = list {
            if !(0..<max(1, count)).contains(list.selection.index) { return "the selection is nowhere" }
            if !(0...list.selection.index).contains(list.selection.first) { return "the selection is hidden" }
        }
        return nil
    }
}

/// A seeded source of events (SplitMix64).
private struct Storm: RandomNumberGenerator {
    private var state: UInt64
    /// What was asked about exports last.
    var plan: ExportPlan?

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }

    mutating func event(_ model: StudioModel) -> Event {
        switch number(0...99) {
        case 0..<45: .input(.key(key()))
        case 45..<65: .input(.mouse(mouse(model)))
        case 65..<70: .resized(size())
        case 70..<85: painted(model)
        default: news(model)
        }
    }

    private mutating func key() -> TerminalInput.Key {
        let special: [TerminalInput.Key.Code] = [
            .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .tab, .backTab,
            .backspace, .escape, .function(1), .function(7),
        ]
        let letters = Array("aaaahjklHLJKgr~*is..ttR0123456789xdmsu[]-+=o pwefEcCq?!/::MTzZyngvvr||bb漢e\u{301}\u{202e}")
        let code = number(0...2) == 0 ? pick(special) : .character(pick(letters))
        return .init(code, control: number(0...19) == 0, alternate: number(0...29) == 0, shift: number(0...5) == 0)
    }

    private mutating func mouse(_ model: StudioModel) -> TerminalInput.Mouse {
        let action = pick(
            [.press, .press, .drag, .drag, .release, .scrollUp, .scrollDown] as [TerminalInput.Mouse.Action])
        return .init(
            action, row: number(-1...model.window.height + 1), column: number(-1...model.window.width + 1))
    }

    private mutating func size() -> TerminalCapabilities.Size {
        number(0...2) == 0
            ? .init(width: number(0...70), height: number(0...25))
            : .init(width: number(60...300), height: number(20...100))
    }

    private mutating func painted(_ model: StudioModel) -> Event {
        let request = model.painting.pending?.number ?? number(0...99)
        return .painted(
            PaintedFrame(
                request: number(0...4) == 0 ? request - 1 : request, width: 8, height: 8,
                isCoarse: model.painting.pending?.isCoarse ?? false, milliseconds: Double(number(1...400))))
    }

    private mutating func job(_ model: StudioModel) -> Int { model.exports.running?.request.number ?? number(0...9) }

    /// An answer to the plan that the last update asked about, if it asked.
    private mutating func planned(_ name: String) -> Event {
        guard let plan else { return .exportCancelled(job: 0) }
        let outputs = (0...number(0...3)).map { ExportOutputs.Output(photograph: name, path: "/o/\($0)" + name) }
        let existing = pick([[], [], [outputs[0].path]])
        return .exportPlanned(
            plan, pick([.problem(name), .outputs(.init(outputs: outputs, existing: existing)), .unknown]))
    }

    private mutating func news(_ model: StudioModel) -> Event {
        let name = pick(["a.png", "\u{1b}[31m.jpg", "写真.jpg", String(repeating: "long", count: 80)])
        let moment = Moment(number: number(0...9), time: "14:05", photograph: "/p/" + name, palette: model.palette)
        let session = Session(
            photograph: pick([nil, "/p/" + name]), palette: model.palette,
            past: [.init(palette: Palette(), photograph: nil, removed: .init(moment: moment, index: number(0...9)))],
            moments: [moment], lastNumber: 9)
        let recipe = Recipe(
            parts: [.init(style: "scream", weight: Float(number(0...9))), .init(style: "lost", weight: 1)],
            strength: Float(number(0...15)) / 10)
        switch number(0...19) {
        case 0: return .photographOpened(path: "/p/" + name, width: number(1...9000), height: number(1...9000))
        case 1: return .photographFailed(message: "cannot read \(name)")
        case 2, 3: return .folderListed(path: pick([model.folder, "/"]), folders: [name, "b"], photographs: [name])
        case 4:
            return pick([
                .folderFailed(path: model.folder, message: name), .favouritesListed(["scream", name]),
                .favouritesFailed(message: name), .woken(.autosave), .sessionFailed(message: name), .sessionMissing,
                .sessionFound(SessionOffer(session: session, time: name)),
                .sessionRestored(SessionOffer(session: session, time: name)),
            ])
        case 5, 6: return .presetsListed([Preset(name: name, recipe: recipe)], problems: [])
        case 7: return .presetsListed([], problems: [name, name])
        case 8: return .presetSaved(Preset(name: name, recipe: recipe))
        case 9: return .presetExists(name: name)
        case 10:
            return .exportProgressed(
                job: job(model), share: Double(number(-1...12)) / 10, secondsLeft: Double(number(0...9999)))
        case 11: return pick([.exportFinished(job: job(model), path: name), .exportCancelled(job: job(model))])
        case 12: return .exportFailed(job: job(model), message: name)
        case 13: return .woken(.settle(motion: number(0...9999)))
        case 14: return .woken(.clearMessage(number(0...99)))
        case 15:
            let record = PaintingRecord(
                recipe: recipe, photograph: .init(path: "/p/" + name, size: .init(width: 4, height: 3)), longSide: 4)
            let painting = RestoredPainting(path: name, record: record, photograph: pick([nil, "/p/" + name]))
            return .pictureRead(path: name, painting: pick([nil, painting]), problem: pick([nil, name]))
        case 16: return .input(.paste(name + "\r\n\u{7}"))
        case 17:
            return pick([
                .resumed, .presetDeleted(name: name), .presetRestored(name: name),
                .presetChanged(name: name, Preset(name: "b", recipe: recipe)), .troubled(message: name),
                .paintingFailed(request: number(0...99), message: name), .presetFailed(message: name),
            ])
        default: return planned(name)
        }
    }
}
