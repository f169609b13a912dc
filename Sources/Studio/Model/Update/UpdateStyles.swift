import StyleTransfer

/// The style browser: a style is looked at on the photograph before it is chosen.
extension StudioModel {
    mutating func openStyles() -> [Effect] {
        dialog = .styles(StyleChooser())
        return [.listFavourites]
    }

    /// The browser, also while something lies over it.
    var styleChooser: StyleChooser? {
        for case .styles(let chooser) in openDialogs { return chooser }
        return nil
    }

    /// The styles that the browser shows.
    package func rows(of chooser: StyleChooser) -> [Style] {
        chooser.rows(of: styles, favourites: favourites)
    }

    /// The style that the browser highlights, if it is open and shows any.
    package var highlightedStyle: Style? {
        guard let chooser = styleChooser else { return nil }
        let rows = rows(of: chooser)
        let index = chooser.list.selection.index
        return rows.indices.contains(index) ? rows[index] : nil
    }

    /// What is painted while the browser is open; nil where nothing is tried.
    package var triedRecipe: Recipe? {
        guard let chooser = styleChooser, let style = highlightedStyle else { return nil }
        var tried = palette
        if chooser.isAlone {
            tried.entries = [Palette.Entry(style: style.id, weight: Palette.weightRange.upperBound)]
        } else {
            tried.add(style.id)
        }
        return tried.recipe
    }

    /// Styles side by side in the browser; 1 in other lists.
    var listColumns: Int {
        guard case .styles = dialog else { return 1 }
        return Layout(self).styleBrowser?.columns ?? 1
    }

    /// The picture follows the styles that are run through as it follows a slider: a frame at a time, the newest
    /// style next. Without a trial it goes back to the palette at once.
    mutating func followTrial(from before: Recipe?) -> [Effect] {
        let tried = triedRecipe
        guard tried != before else { return [] }
        guard tried != nil else {
            painting.rest()
            return []
        }
        return [painting.move()]
    }

    /// What the picture shows: the palette, or a style that is tried on it.
    package var shownRecipe: Recipe { triedRecipe ?? recipe }

    mutating func performOnStyles(_ command: Command) -> [Effect] {
        guard case .styles(var chooser) = dialog else { return [] }
        var effects: [Effect] = []
        switch command {
        case .tryAlone: chooser.isAlone.toggle()
        case .onlyFavourites:
            chooser.showsOnlyFavourites.toggle()
            // What was highlighted stays so where it is still shown.
            let id = highlightedStyle?.id
            chooser.list.selection.index = rows(of: chooser).firstIndex { $0.id == id } ?? 0
        case .favourite: effects = toggleFavourite()
        default: break
        }
        dialog = .styles(chooser)
        return effects
    }

    private mutating func toggleFavourite() -> [Effect] {
        guard let style = highlightedStyle else { return [] }
        let isFavourite = favourites.insert(style.id).inserted
        if !isFavourite { favourites.remove(style.id) }
        return [.setFavourite(style: style.id, isFavourite)]
    }

    mutating func favouritesListed(_ styles: [String]) -> [Effect] {
        let id = highlightedStyle?.id
        favourites = Set(styles)
        guard var chooser = styleChooser, chooser.showsOnlyFavourites else { return [] }
        chooser.list.selection.index = rows(of: chooser).firstIndex { $0.id == id } ?? 0
        changeDialogs { if case .styles = $0 { $0 = .styles(chooser) } }
        return []
    }
}
