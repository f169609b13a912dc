import Files
import StyleTransfer

extension StudioModel {
    mutating func performInDialog(_ command: Command) -> [Effect] {
        if contexts.contains(.typing) { return performInFilter(command) }
        switch dialog {
        case .photographs, .styles, .presets, .exports, .menu, .themes: return performInList(command)
        case .savePreset(let form): return perform(command, in: form)
        case .export(let form): return perform(command, in: form)
        case .variations(let variations): return perform(command, in: variations)
        case .pad(let pad): return perform(command, in: pad)
        case .comparison(let comparison): return perform(command, in: comparison)
        case .help(let first):
            switch command {
            case .up: dialog = .help(first: first - 1)
            case .down: dialog = .help(first: first + 1)
            case .pageUp: dialog = .help(first: first - 10)
            case .pageDown: dialog = .help(first: first + 10)
            default: closeDialog()
            }
        case .message: closeDialog()
        case .messages(let first): performInMessages(command, first: first)
        case .tour(let card): performInTour(command, card: card)
        case .resume(let offer): return perform(command, on: offer)
        case .confirmQuit:
            closeDialog()
            if command == .confirm { return leave() }
        case nil: break
        }
        return []
    }

    private mutating func performInFilter(_ command: Command) -> [Effect] {
        guard var list else { return [] }
        switch command {
        case .up: list.selection.move(by: -listColumns, count: listCount)
        case .down: list.selection.move(by: listColumns, count: listCount)
        case .confirm: list.filter.isTyping = false
        case .close: list = FilteredList()
        default: break
        }
        self.list = list
        return []
    }

    private mutating func performInList(_ command: Command) -> [Effect] {
        guard var list else { return [] }
        let count = listCount
        let page = max(1, dialog.flatMap { Layout(self).listLines($0) } ?? 1) * listColumns
        switch command {
        case .up: list.selection.move(by: -listColumns, count: count)
        case .down: list.selection.move(by: listColumns, count: count)
        case .less: list.selection.move(by: -1, count: count)
        case .more: list.selection.move(by: 1, count: count)
        case .pageUp: list.selection.move(by: -page, count: count)
        case .pageDown: list.selection.move(by: page, count: count)
        case .first: list.selection.index = 0
        case .last: list.selection.index = max(0, count - 1)
        case .filter: list.filter.isTyping = true
        case .close where !list.filter.isEmpty && !contexts.contains(.menu): list = FilteredList()
        case .close:
            closeDialog()
            return []
        case .choose: return chooseRow()
        case .parent: return openParent()
        case .delete, .undoDelete, .rename, .confirm, .decline: return performOnPreset(command)
        case .tryAlone, .favourite, .onlyFavourites: return performOnStyles(command)
        case .cancelExport, .cancelAllExports: return performOnExports(command)
        default: break
        }
        self.list = list
        return []
    }

    /// Takes the selected row of the list.
    mutating func chooseRow() -> [Effect] {
        switch dialog {
        case .styles(let chooser):
            let rows = rows(of: chooser)
            guard rows.indices.contains(chooser.list.selection.index) else { return [] }
            closeDialog()
            return add(rows[chooser.list.selection.index])
        case .presets(let chooser):
            let rows = chooser.rows(of: presets)
            guard rows.indices.contains(chooser.list.selection.index) else { return [] }
            closeDialog()
            return load(rows[chooser.list.selection.index])
        case .exports: return performOnExports(.choose)
        case .menu(let menu): return chooseAction(menu)
        case .themes(let chooser):
            let rows = chooser.rows(of: settings.themes)
            guard rows.indices.contains(chooser.list.selection.index) else { return [] }
            closeDialog()
            return keep(rows[chooser.list.selection.index])
        case .photographs(let browser):
            guard browser.rows.indices.contains(browser.list.selection.index) else { return [] }
            switch browser.rows[browser.list.selection.index] {
            case .parent: return openParent()
            case .folder(let name): return openFolder(browser.path(of: name))
            case .photograph(let name):
                let path = browser.path(of: name)
                return [browser.takesPaintingsAsPhotographs ? .openPhotograph(path: path) : .readPicture(path: path)]
            }
        default: return []
        }
    }

    // MARK: The file browser

    mutating func openBrowser() -> [Effect] {
        let place = browsedFolder
        dialog = .photographs(FileBrowser(path: place))
        return [.listFolder(path: place)]
    }

    /// Where the file browser begins: beside the photograph, or in the working folder for one that ships.
    private var browsedFolder: String {
        guard let photograph else { return folder }
        let home = Files.folder(of: photograph.path)
        return home == shippedPhotographs ? folder : absolute(home)
    }

    private mutating func openParent() -> [Effect] {
        guard case .photographs(let browser) = dialog, browser.path != "/" else { return [] }
        return openFolder(browser.parent)
    }

    private mutating func openFolder(_ path: String) -> [Effect] {
        browse { $0.loading = path }
        return [.listFolder(path: path)]
    }

    mutating func browse(_ change: (inout FileBrowser) -> Void) {
        changeDialogs { dialog in
            guard case .photographs(var browser) = dialog else { return }
            change(&browser)
            dialog = .photographs(browser)
        }
    }
}
