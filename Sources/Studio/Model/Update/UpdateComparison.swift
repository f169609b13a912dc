import TerminalGraphics

extension StudioModel {
    /// Steps of the divider in thousandths: for the plain key, and for the one with shift.
    private static let dividerStep = 50
    private static let fineDividerStep = 10

    /// Lets the user compare two pictures of the photograph.
    mutating func openComparison(_ left: Comparison.Side = .original, _ right: Comparison.Side = .pastiche) -> [Effect]
    {
        guard photograph != nil else {
            return say(.information, "To compare takes a photograph; \(keys.label(.openPhotograph)) opens one.")
        }
        showsOriginal = false
        dialog = .comparison(Comparison(left, right))
        return []
    }

    /// What is worth comparing now, the most obvious first.
    private var comparablePairs: [(Comparison.Side, Comparison.Side)] {
        var pairs: [(Comparison.Side, Comparison.Side)] = [(.original, .pastiche)]
        if let before = history.past.last?.palette.recipe, before != recipe {
            pairs.append((.recipe(before, name: "before"), .pastiche))
        }
        if let moment = strip.selected, moment.palette.recipe != recipe {
            pairs.append((.recipe(moment.palette.recipe, name: "moment \(moment.number)"), .pastiche))
        }
        if let preset, !isPresetUnchanged {
            pairs.append((.recipe(preset.recipe, name: preset.name), .pastiche))
        }
        return pairs
    }

    mutating func perform(_ command: Command, in comparison: Comparison) -> [Effect] {
        switch command {
        case .weaker, .stronger, .finer, .broader, .lessColour, .moreColour, .colourWay, .undo, .redo, .pinMoment:
            return performOnEasel(command)
        default: break
        }
        var comparison = comparison
        var effects: [Effect] = []
        switch command {
        case .less: comparison.move(to: comparison.divider - Self.dividerStep)
        case .more: comparison.move(to: comparison.divider + Self.dividerStep)
        case .lessFinely: comparison.move(to: comparison.divider - Self.fineDividerStep)
        case .moreFinely: comparison.move(to: comparison.divider + Self.fineDividerStep)
        case .first: comparison.move(to: Comparison.dividerRange.lowerBound)
        case .last: comparison.move(to: Comparison.dividerRange.upperBound)
        case .pick(let tenths): comparison.move(to: tenths * 100)
        case .swapSides: comparison.swapSides()
        case .beside: comparison.manner = comparison.manner == .divided ? .beside : .divided
        case .zoomIn, .zoomOut: return zoom(in: command == .zoomIn)
        case .viewLeft, .viewRight, .viewUp, .viewDown: return moveView(command)
        case .nextPair: effects = showNextPair(&comparison)
        case .close:
            closeDialog()
            return []
        default: break
        }
        dialog = .comparison(comparison)
        return effects
    }

    private mutating func showNextPair(_ comparison: inout Comparison) -> [Effect] {
        let pairs = comparablePairs
        let index = pairs.firstIndex { comparison.shows($0.0, $0.1) }.map { ($0 + 1) % pairs.count } ?? 0
        (comparison.left, comparison.right) = pairs[index]
        guard pairs.count == 1 else { return [] }
        return say(.information, "There is nothing else to compare: no change yet, and no preset that was changed.")
    }

    // MARK: The mouse

    /// Changes the comparison, if there is one.
    private mutating func editComparison(_ change: (inout Comparison) -> Void) {
        guard case .comparison(var comparison) = dialog else { return }
        change(&comparison)
        dialog = .comparison(comparison)
    }

    mutating func holdDivider(column: Int, layout: Layout) -> [Effect] {
        editComparison { $0.isHeld = true }
        return dragDivider(to: column, layout: layout)
    }

    /// Moves the divider with the mouse while it is held.
    mutating func dragDivider(to column: Int, layout: Layout) -> [Effect] {
        guard let picture = layout.comparisonPictures(self).first else { return [] }
        editComparison { comparison in
            if comparison.isHeld { comparison.move(to: Layout.divider(at: column, picture: picture)) }
        }
        return []
    }

    mutating func releaseDivider() {
        editComparison { $0.isHeld = false }
    }
}
