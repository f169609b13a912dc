/// Pinned moments: a strip below the picture.
extension StudioModel {
    mutating func pinMoment() -> [Effect] { pin(palette) }

    /// Pins a mix that may be another one than the present.
    mutating func pin(_ palette: Palette) -> [Effect] {
        let path = photograph?.path
        guard path != nil || !palette.entries.isEmpty else {
            return say(.information, "There is nothing to pin yet.")
        }
        if let same = pinnedMoment(of: palette) {
            return say(.information, "This is pinned already, as moment \(same.number).")
        }
        let moment = strip.pin(photograph: path, palette: palette, time: String(time.text.prefix(5)))
        let way = strip.isShown || dialog != nil ? "" : "; \(keys.label(.showMoments)) shows it"
        return say(.information, "Pinned moment \(moment.number)\(way).")
    }

    /// The moment that has that mix of the photograph on the easel.
    func pinnedMoment(of palette: Palette) -> Moment? {
        strip.moments.last { $0.palette == palette && $0.photograph == photograph?.path }
    }

    /// Shows the strip, goes to it, or hides it.
    mutating func toggleMoments() {
        if strip.isShown && panel == .moments {
            strip.isShown = false
            panel = .palette
        } else {
            strip.isShown = true
            panel = .moments
        }
    }

    mutating func restoreMoment() -> [Effect] {
        guard panel == .moments else { return [] }
        guard let moment = strip.selected else {
            return say(.information, "No moment is pinned yet; \(keys.label(.pinMoment)) pins this one.")
        }
        guard moment.palette != palette || moment.photograph != history.photograph else {
            return say(.information, "This is moment \(moment.number).")
        }
        edit(to: moment.palette, photograph: moment.photograph ?? history.photograph)
        return openPhotographOfHistory()
            + say(.information, "Back at moment \(moment.number); \(keys.label(.undo)) undoes it.")
    }

    mutating func removeMoment() -> [Effect] {
        guard let moment = strip.selected else { return [] }
        history.keep(palette, removed: .init(moment: moment, index: strip.selection.index))
        strip.remove(number: moment.number)
        return say(.information, "Removed moment \(moment.number); \(keys.label(.undo)) brings it back.")
    }

    /// A change of palette and photograph that is one step.
    mutating func edit(to palette: Palette, photograph: String?) {
        history.keep(self.palette)
        history.photograph = photograph
        self.palette = palette
        painting.rest()
    }

    /// Opens the photograph that a step of the history had, if another one is on the easel.
    func openPhotographOfHistory() -> [Effect] {
        guard let path = history.photograph, path != photograph?.path else { return [] }
        return [.openPhotograph(path: path)]
    }
}
