extension StudioModel {
    /// What takes the keys now.
    var contexts: [KeyBinding.Context] { Self.contexts(of: dialog) }

    /// What takes the keys where a dialog is in front.
    static func contexts(of dialog: Dialog?) -> [KeyBinding.Context] {
        switch dialog {
        case nil: return [.anywhere, .easel]
        case .photographs(let browser):
            return browser.list.filter.isTyping ? [.anywhere, .typing] : [.anywhere, .list, .browser]
        case .styles(let chooser):
            return chooser.list.filter.isTyping ? [.anywhere, .typing] : [.anywhere, .list, .styles]
        case .presets(let chooser):
            if chooser.deleting != nil { return [.anywhere, .question] }
            return chooser.list.filter.isTyping ? [.anywhere, .typing] : [.anywhere, .list, .presets]
        case .exports(let chooser):
            return chooser.list.filter.isTyping ? [.anywhere, .typing] : [.anywhere, .list, .exports]
        case .savePreset(let form): return [.anywhere, form.asksToReplace ? .question : .form]
        case .export(let form):
            if form.asksToReplace { return [.anywhere, .question] }
            return ExportForm.isChoice(form.field) ? [.anywhere, .form, .choice] : [.anywhere, .form]
        case .themes(let chooser):
            return chooser.list.filter.isTyping ? [.anywhere, .typing] : [.anywhere, .list]
        case .menu: return [.anywhere, .menu]
        case .tour: return [.anywhere, .tour]
        case .messages: return [.anywhere, .page, .scroll]
        case .variations: return [.anywhere, .variations]
        case .pad(let pad): return [.anywhere, pad.corner == nil ? .pad : .corner, .blend]
        case .comparison: return [.anywhere, .comparison]
        case .help: return [.anywhere, .page, .scroll]
        case .message: return [.anywhere, .page]
        case .resume, .confirmQuit: return [.anywhere, .question]
        }
    }

    var isAsking: Bool { contexts.contains(.question) }

    /// Whether typed characters are text.
    var hasTextField: Bool {
        if contexts.contains(.typing) || contexts.contains(.menu) { return true }
        return contexts.contains(.form) && !contexts.contains(.choice)
    }

    /// Whether one of the ways to look for a mix takes the keys.
    var isExploring: Bool {
        switch dialog {
        case .pad, .variations, .comparison: true
        default: false
        }
    }

    /// Changes the text that the user edits, if there is one.
    mutating func editText(_ change: (inout TextField) -> Void) {
        guard hasTextField else { return }
        switch dialog {
        case .savePreset(var form):
            if form.field == .name { change(&form.name) } else { change(&form.summary) }
            dialog = .savePreset(form)
        case .export(var form):
            form.edit(change)
            dialog = .export(form)
        default:
            guard var list else { return }
            let before = list.filter.field.text
            change(&list.filter.field)
            self.list = list
            if list.filter.field.text != before { selectFirstMatch() }
        }
    }

    /// The first row that the filter found; the way up is none.
    private mutating func selectFirstMatch() {
        var isBelowParent = false
        if case .photographs(let browser) = dialog {
            isBelowParent = !browser.list.filter.isEmpty && browser.rows.first == .parent && browser.rows.count > 1
        }
        list?.selection.index = isBelowParent ? 1 : 0
    }

    /// Selection and filter of the list that is open.
    var list: FilteredList? {
        get {
            switch dialog {
            case .photographs(let browser): browser.list
            case .styles(let chooser): chooser.list
            case .presets(let chooser): chooser.list
            case .exports(let chooser): chooser.list
            case .menu(let menu): menu.list
            case .themes(let chooser): chooser.list
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch dialog {
            case .photographs(var browser):
                browser.list = newValue
                dialog = .photographs(browser)
            case .styles(var chooser):
                chooser.list = newValue
                dialog = .styles(chooser)
            case .presets(var chooser):
                chooser.list = newValue
                dialog = .presets(chooser)
            case .exports(var chooser):
                chooser.list = newValue
                dialog = .exports(chooser)
            case .menu(var menu):
                menu.list = newValue
                dialog = .menu(menu)
            case .themes(var chooser):
                chooser.list = newValue
                dialog = .themes(chooser)
            default: break
            }
        }
    }

    /// The rows of the list that is open.
    var listCount: Int {
        switch dialog {
        case .photographs(let browser): browser.rows.count
        case .styles(let chooser): rows(of: chooser).count
        case .presets(let chooser): chooser.rows(of: presets).count
        case .exports(let chooser): chooser.rows(of: exports.jobs).count
        case .menu(let menu): rows(of: menu).count
        case .themes(let chooser): chooser.rows(of: settings.themes).count
        default: 0
        }
    }
}
