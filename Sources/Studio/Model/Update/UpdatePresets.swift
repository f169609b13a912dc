import Files
import StyleTransfer

extension StudioModel {
    mutating func openPresets() -> [Effect] {
        dialog = .presets(PresetChooser())
        return [.listPresets]
    }

    mutating func openPresetForm() -> [Effect] {
        guard !recipe.parts.isEmpty else {
            return say(.warning, "Nothing is mixed: a preset needs a style whose slider is not at 0.")
        }
        dialog = .savePreset(PresetForm(preset))
        return []
    }

    mutating func perform(_ command: Command, in form: PresetForm) -> [Effect] {
        var form = form
        switch command {
        case .confirm:
            let name = form.name.trimmed
            guard !name.isEmpty else { return say(.warning, "A preset needs a name.") }
            guard Preset.isName(name) else {
                return say(.warning, "The name is too long: at most \(Preset.nameLimit) characters.")
            }
            let summary = form.summary.trimmed.isEmpty ? nil : form.summary.trimmed
            if let changed = form.changed {
                return [.changePreset(name: changed.name, Preset(name: name, summary: summary, recipe: changed.recipe))]
            }
            return [
                .savePreset(Preset(name: name, summary: summary, recipe: recipe), replacing: form.asksToReplace)
            ]
        case .nextField, .previousField:
            form.field = form.field == .name ? .summary : .name
            dialog = .savePreset(form)
        case .decline where form.asksToReplace:
            form.asksToReplace = false
            dialog = .savePreset(form)
        case .close: closeDialog()
        default: break
        }
        return []
    }

    /// The name is taken: the form asks.
    mutating func presetExists() {
        changeDialogs { dialog in
            guard case .savePreset(var form) = dialog else { return }
            form.asksToReplace = true
            dialog = .savePreset(form)
        }
    }

    private mutating func closePresetForm() {
        closeDialogs { if case .savePreset = $0 { true } else { false } }
    }

    mutating func presetChanged(name: String, _ changed: Preset) -> [Effect] {
        closePresetForm()
        if let preset, preset.name == name {
            self.preset = Preset(name: changed.name, summary: changed.summary, recipe: preset.recipe)
        }
        return name == changed.name ? [] : say(.information, "“\(name)” is called “\(changed.name)” now.")
    }

    mutating func presetsListed(_ presets: [Preset], problems: [String]) -> [Effect] {
        self.presets = presets
        changeDialogs { dialog in
            guard case .presets(var chooser) = dialog else { return }
            chooser.isLoading = false
            chooser.problems = problems
            if !presets.contains(where: { $0.name == chooser.deleting }) { chooser.deleting = nil }
            dialog = .presets(chooser)
        }
        guard let problem = problems.first else { return [] }
        let others = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        return say(.warning, problem + others)
    }

    mutating func presetSaved(_ preset: Preset) -> [Effect] {
        closePresetForm()
        self.preset = preset
        return say(.information, "Saved the mix as “\(preset.name)”; \(keys.label(.choosePreset)) loads it.")
    }

    /// Lays the mix that the studio opens with on the palette.
    package mutating func lay(_ recipe: Recipe, from preset: Preset?) {
        palette = Palette(recipe)
        self.preset = preset.map { Preset(name: $0.name, summary: $0.summary, recipe: self.recipe) }
    }

    /// Lays a recipe on the palette, as one step that can be undone.
    ///
    /// - Returns: the styles that the library lacks; they are left out.
    mutating func lay(_ recipe: Recipe) -> [String] {
        var loaded = Palette(recipe)
        let missing = loaded.entries.map(\.style).filter { style($0) == nil }
        loaded.entries.removeAll { style($0.style) == nil }
        edit { $0 = loaded }
        focus = ListSelection()
        panel = .palette
        return missing
    }

    /// Lays a preset on the palette, as one step that can be undone.
    mutating func load(_ preset: Preset) -> [Effect] {
        let missing = lay(preset.recipe)
        self.preset = Preset(name: preset.name, summary: preset.summary, recipe: recipe)
        guard let first = missing.first else {
            return say(.information, "Loaded “\(preset.name)”; \(keys.label(.undo)) brings back the mix before.")
        }
        return say(
            .warning, "“\(preset.name)” needs the style “\(first)”, which is not here; the rest was loaded.")
    }

    mutating func performOnPreset(_ command: Command) -> [Effect] {
        guard case .presets(var chooser) = dialog else { return [] }
        var effects: [Effect] = []
        switch (command, chooser.deleting) {
        case (.delete, nil):
            let rows = chooser.rows(of: presets)
            guard rows.indices.contains(chooser.list.selection.index) else { return [] }
            chooser.deleting = rows[chooser.list.selection.index].name
        case (.confirm, let name?):
            chooser.deleting = nil
            if preset?.name == name { preset = nil }
            effects = [.deletePreset(name: name)]
        case (.undoDelete, nil): return [.restorePreset]
        case (.rename, nil):
            let rows = chooser.rows(of: presets)
            guard rows.indices.contains(chooser.list.selection.index) else { return [] }
            var form = PresetForm(rows[chooser.list.selection.index])
            form.changed = rows[chooser.list.selection.index]
            cover(with: .savePreset(form))
            return []
        default: chooser.deleting = nil
        }
        dialog = .presets(chooser)
        return effects
    }

    /// Whether the palette is still what the preset holds.
    var isPresetUnchanged: Bool { preset?.recipe == recipe }
}
