import TerminalGraphics

extension Layout {
    /// One line of the help page.
    enum HelpLine: Equatable {
        case title(String)
        case row(KeyHelp.Row)
        case blank
    }

    /// From this width on the help page has two columns.
    private static let twoColumnWidth = 70

    /// The lines of the help page, in one column or two of about the same length.
    var helpColumns: [[HelpLine]] {
        let sections = KeyHelp.sections(keys).map { section in
            [HelpLine.title(section.title)] + section.rows.map(HelpLine.row) + [.blank]
        }
        guard let inside = dialogInside, inside.width >= Self.twoColumnWidth else {
            return [Array(sections.joined().dropLast())]
        }
        let cut = (1..<max(2, sections.count)).min { left, right in
            unevenness(sections, cut: left) < unevenness(sections, cut: right)
        }
        return [
            Array(sections.prefix(cut ?? 1).joined().dropLast()),
            Array(sections.dropFirst(cut ?? 1).joined().dropLast()),
        ]
    }

    /// How many lines of the help page do not fit.
    var helpOverflow: Int {
        let lines = helpColumns.map(\.count).max() ?? 0
        return max(0, lines - (dialogInside?.height ?? lines))
    }

    private func unevenness(_ sections: [[HelpLine]], cut: Int) -> Int {
        let first = sections.prefix(cut).reduce(0) { $0 + $1.count }
        let second = sections.dropFirst(cut).reduce(0) { $0 + $1.count }
        return abs(first - second)
    }
}
