/// What changes the palette as a whole: order, locks, even and chance weights.
extension StudioModel {
    /// Moves the focused entry up or down in the list.
    mutating func moveEntry(by step: Int) -> [Effect] {
        let place = focus.index + step
        let effects = editFocused { $0.moveEntry(from: $1, to: place) }
        if palette.entries.indices.contains(place) { focus.index = place }
        return effects
    }

    /// Takes an entry that the mouse holds by its title to the place under it.
    mutating func carryEntry(to place: Int) {
        let indices = palette.entries.indices
        guard let carried, carried != place, indices.contains(carried), indices.contains(place) else { return }
        history.keep(palette, run: .drag)
        palette.moveEntry(from: carried, to: place)
        self.carried = place
        focus.index = place
    }

    mutating func spreadEvenly() -> [Effect] {
        guard !palette.free.isEmpty else { return sayNothingIsFree() }
        edit { $0.spreadEvenly() }
        return []
    }

    mutating func randomise() -> [Effect] {
        guard !palette.free.isEmpty else { return sayNothingIsFree() }
        var generator = generator
        edit { $0.randomise(using: &generator) }
        self.generator = generator
        return []
    }

    private mutating func sayNothingIsFree() -> [Effect] {
        say(
            .information,
            palette.entries.isEmpty
                ? "The palette is empty; \(keys.label(.addStyle)) adds a style."
                : "Every style that is heard is locked; \(keys.label(.lock)) unlocks one.")
    }
}
