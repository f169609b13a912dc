extension StudioModel {
    /// The sheet around the present mix.
    package var variationSheet: VariationSheet {
        VariationSheet(
            around: palette, styles: styles, strokes: strokes, seed: variationSettings.seed,
            spread: variationSettings.spread)
    }

    mutating func openVariations() -> [Effect] {
        guard photograph != nil else {
            return say(.information, "Variations need a photograph; \(keys.label(.openPhotograph)) opens one.")
        }
        dialog = .variations(Variations(before: palette))
        return []
    }

    mutating func perform(_ command: Command, in variations: Variations) -> [Effect] {
        var variations = variations
        var effects: [Effect] = []
        switch command {
        case .up: variations.move(rows: -1, columns: 0)
        case .down: variations.move(rows: 1, columns: 0)
        case .less: variations.move(rows: 0, columns: -1)
        case .more: variations.move(rows: 0, columns: 1)
        case .pick(let number): variations.selected = (number - 1).clamped(to: 0...VariationSheet.count - 1)
        case .narrower: variationSettings.spread = variationSettings.spread.moved(by: -1)
        case .wider: variationSettings.spread = variationSettings.spread.moved(by: 1)
        case .reroll: variationSettings.seed += 1
        case .undo, .redo:
            effects = command == .undo ? undo() : redo()
            variations.selected = VariationSheet.centre
        case .weaker, .stronger, .finer, .broader, .lessColour, .moreColour, .colourWay:
            effects = performOnEasel(command)
        case .pinMoment: effects = pin(variationSheet.palettes[variations.selected])
        case .choose:
            guard variations.selected != VariationSheet.centre else {
                closeDialog()
                return []
            }
            lay(variationSheet.palettes[variations.selected])
            variations.selected = VariationSheet.centre
        case .giveUp:
            let before = variations.before
            closeDialog()
            guard before != palette else { return [] }
            lay(before)
            let way = keys.label(.undo)
            return say(.information, "Back at the mix from before the variations; \(way) brings the chosen one back.")
        case .close:
            closeDialog()
            return []
        default: break
        }
        dialog = .variations(variations)
        return effects
    }

    /// Makes another palette the present one, as one step.
    private mutating func lay(_ other: Palette) {
        edit { $0 = other }
        focus.index = focus.index.clamped(to: 0...max(0, palette.entries.count - 1))
    }

    /// A click on a cell looks at it, a second one chooses it.
    mutating func press(variation index: Int) -> [Effect] {
        guard case .variations(var variations) = dialog else { return [] }
        if variations.selected == index { return perform(.choose) }
        variations.selected = index
        dialog = .variations(variations)
        return []
    }
}
