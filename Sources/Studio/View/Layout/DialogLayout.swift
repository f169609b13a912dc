import TerminalGraphics

extension Layout {
    /// A row of a list on the screen.
    struct ListRow: Equatable {
        var index: Int
        var rectangle: CellRectangle
    }

    /// A word that can be clicked.
    struct Button: Equatable {
        var key: String
        var word: String
        var command: Command
        var rectangle: CellRectangle
    }

    /// The line above a list: a path or the filter.
    var listHead: CellRectangle? { dialogInside?.line(0) }

    /// The rows of a list; a chooser with details leaves them the right part.
    func list(_ dialog: Dialog) -> CellRectangle? {
        guard let inside = dialogInside?.dropping(top: 2) else { return nil }
        switch dialog {
        case .photographs, .exports, .menu, .themes: return inside
        case .presets: return inside.leading(inside.width - details(inside.width) - 2)
        default: return nil
        }
    }

    /// The right part of a chooser: what the selected row is.
    var listDetails: CellRectangle? {
        guard let inside = dialogInside else { return nil }
        return inside.dropping(top: 2).trailing(details(inside.width))
    }

    private func details(_ width: Int) -> Int { (width * 9 / 20).clamped(to: 22...56) }

    /// How many lines of a list are on the screen; nil where there is no list.
    func listLines(_ dialog: Dialog) -> Int? {
        if case .styles = dialog { return styleBrowser?.lines }
        return list(dialog)?.height
    }

    func listRows(_ model: StudioModel) -> [ListRow] {
        if case .styles = model.dialog { return styleRows(model) }
        guard let dialog = model.dialog, let selection = model.list?.selection, let list = list(dialog) else {
            return []
        }
        let last = min(model.listCount, selection.first + list.height)
        guard selection.first < last else { return [] }
        return (selection.first..<last).map { ListRow(index: $0, rectangle: list.line($0 - selection.first)) }
    }

    static let labelWidth = 6

    /// The buttons in the last line of a form or a question.
    func buttons(_ model: StudioModel) -> [Button] {
        guard let inside = dialogInside, inside.height > 0, let dialog = model.dialog else { return [] }
        let line = inside.line(inside.height - 1)
        switch dialog {
        case .export, .savePreset, .resume, .confirmQuit, .message, .tour:
            return place(model.keys.hints(in: model.contexts).filter { !$0.command.isFieldMove }, in: line)
        default: return []
        }
    }

    /// The hints line: as many hints as fit, whole ones.
    func hintButtons(_ model: StudioModel) -> [Button] {
        place(model.keys.hints(in: model.contexts), in: hints.dropping(left: 1, right: 1))
    }

    private func place(_ bindings: [KeyBinding], in line: CellRectangle) -> [Button] {
        var column = line.column
        var buttons: [Button] = []
        for binding in bindings {
            guard let key = binding.keys.first?.label, let word = binding.hint else { continue }
            let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(word)
            guard column + width <= line.column + line.width else { continue }
            let place = CellRectangle(row: line.row, column: column, width: width, height: 1)
            buttons.append(Button(key: key, word: word, command: binding.command, rectangle: place))
            column += width + 2
        }
        return buttons
    }
}

extension Command {
    fileprivate var isFieldMove: Bool { self == .nextField || self == .previousField }
}
