import Files

/// Names and what is said about them, in two columns under headings.
struct TwoColumns {
    typealias Line = (name: String, value: String)

    struct Section {
        let title: String
        let lines: [Line]
    }

    let sections: [Section]

    var text: String {
        let width = sections.flatMap(\.lines).map(\.name.count).max() ?? 0
        return sections.map { section in
            section.title + "\n"
                + section.lines.map { line in
                    let gap = String(repeating: " ", count: width - line.name.count + 2)
                    return "  " + line.name + gap + printable(line.value) + "\n"
                }.joined()
        }.joined(separator: "\n")
    }
}
