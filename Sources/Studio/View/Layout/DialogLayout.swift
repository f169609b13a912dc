import Files
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
        let hints = model.keys.hints(in: model.contexts).filter { $0.command.isButton }
        switch dialog {
        case .export, .savePreset, .resume, .confirmQuit, .message, .tour:
            return place(hints, in: inside.line(inside.height - 1))
        case .presets(let chooser):
            guard let name = chooser.deleting else { return [] }
            let answers = place(hints, in: inside.line(0))
            let width = answers.last.map { $0.rectangle.column + $0.rectangle.width - inside.column } ?? 0
            let question = min(DisplayWidth.of(Self.question(deleting: name)), inside.width - width - 2)
            return place(hints, in: inside.line(0).dropping(left: question + 2))
        default: return []
        }
    }

    /// What is asked before a preset goes; the answers stand behind it.
    static func question(deleting name: String) -> String { printable("Delete “\(name)”?") }

    /// The hints line: as many hints as fit, whole ones. The ways out and on are never missing.
    func hintButtons(_ model: StudioModel) -> [Button] {
        let line = hints.dropping(left: 1, right: 1)
        let bindings = model.keys.hints(in: model.contexts)
        var room = line.width + Self.hintGap
        var chosen: [Bool] = Array(repeating: false, count: bindings.count)
        for rank in 0...2 {
            for (index, binding) in bindings.enumerated() where binding.command.hintRank == rank {
                guard let width = Self.width(of: binding), width + Self.hintGap <= room else { continue }
                room -= width + Self.hintGap
                chosen[index] = true
            }
        }
        return place(zip(bindings, chosen).filter(\.1).map(\.0), in: line)
    }

    /// Columns between hints.
    private static let hintGap = 2

    /// Columns of a key and its word; nil without one of them.
    private static func width(of binding: KeyBinding) -> Int? {
        guard let key = binding.keys.first?.label, let word = binding.hint else { return nil }
        return DisplayWidth.of(key) + 1 + DisplayWidth.of(word)
    }

    private func place(_ bindings: [KeyBinding], in line: CellRectangle) -> [Button] {
        var column = line.column
        var buttons: [Button] = []
        for binding in bindings {
            guard let width = Self.width(of: binding), let key = binding.keys.first?.label, let word = binding.hint
            else { continue }
            guard column + width <= line.column + line.width else { continue }
            let place = CellRectangle(row: line.row, column: column, width: width, height: 1)
            buttons.append(Button(key: key, word: word, command: binding.command, rectangle: place))
            column += width + Self.hintGap
        }
        return buttons
    }
}

extension Command {
    /// Whose hints go first where there is little room: the ways out and on, then the rest, then what is guessed.
    fileprivate var hintRank: Int {
        switch self {
        case .close, .help, .openMenu: 0
        case .moreFinely: 2
        default: 1
        }
    }

    /// Whether it stands below a form, too; what moves about in it stands in the hints line alone.
    fileprivate var isButton: Bool { ![.nextField, .previousField, .more, .openMenu].contains(self) }
}
