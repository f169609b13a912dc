import StyleTransfer

/// Changes a preset's file value by value, so that comments and the order of its keys stay.
struct PresetEdit {
    /// What stands above the styles, each style from its header on, and what follows the last.
    private var head: TOMLLines
    private var styles: [TOMLLines] = []
    private var foot: [String] = []

    /// The text of a preset's file after a change.
    ///
    /// A comment above a style, or within it, goes with the style.
    /// - Returns: nil where the text is laid out in a way that this does not follow.
    static func text(_ text: String, from old: Preset, to new: Preset) -> String? {
        let end = text.contains("\r\n") ? "\r\n" : "\n"
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }).map(
            String.init)
        guard var edit = PresetEdit(lines), edit.change(from: old, to: new) else { return nil }
        let changed = edit.lines.joined(separator: end)
        // Whatever was misunderstood shows in what a reader would make of it.
        guard let file = try? TOMLFile(bytes: Array(changed.utf8)), (try? Preset(file)) == new else { return nil }
        return changed
    }

    private init?(_ lines: [String]) {
        let headers = lines.indices.filter { Self.isHeader(lines[$0]) }
        let others = lines.indices.filter {
            lines[$0].drop(while: \.isWhitespace).first == "[" && !headers.contains($0)
        }
        guard others.allSatisfy({ $0 > headers.last ?? -1 }) else { return nil }
        // Comments right above a header belong to it.
        var starts = headers.map { header in
            (lines[..<header].lastIndex { !Self.isComment($0) } ?? -1) + 1
        }
        let end = Self.end(of: lines, from: headers.last, to: others.first ?? lines.endIndex)
        head = TOMLLines(Array(lines[..<(starts.first ?? end)]))
        starts.append(end)
        styles = zip(starts, starts.dropFirst()).map { TOMLLines(Array(lines[$0..<$1])) }
        foot = Array(lines[end...])
    }

    private var lines: [String] { head.lines + styles.flatMap(\.lines) + foot }

    /// Where the last style ends: behind its last key and what stands right below that.
    private static func end(of lines: [String], from header: Int?, to end: Int) -> Int {
        let start = header ?? 0
        guard let last = lines[start..<end].lastIndex(where: { !isComment($0) && !isBlank($0) }) else { return end }
        return lines[last..<end].firstIndex(where: isBlank) ?? end
    }

    private static func isHeader(_ line: String) -> Bool {
        line.prefix { $0 != "#" }.filter { !$0.isWhitespace } == "[[styles]]"
    }

    private static func isComment(_ line: String) -> Bool { line.drop(while: \.isWhitespace).first == "#" }
    private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

    private mutating func change(from old: Preset, to new: Preset) -> Bool {
        let keys = ["version", "name", "summary", "strength", "stroke", "keep-colours", "keep-colours-by"]
        func quoted(_ text: String) -> String { String(TOMLFile.line("k", text).dropFirst("k = ".count)) }
        let (colours, newColours) = (old.recipe.keptColours, new.recipe.keptColours)
        let keeps = newColours.amount > 0
        let changes: [(key: String, isNew: Bool, value: String?)] = [
            ("name", old.name != new.name, quoted(new.name)),
            ("summary", old.summary != new.summary, new.summary.map(quoted)),
            ("strength", old.recipe.strength != new.recipe.strength, "\(new.recipe.strength)"),
            ("stroke", old.recipe.stroke != new.recipe.stroke, new.recipe.stroke.map { "\($0)" }),
            ("keep-colours", colours.amount != newColours.amount, keeps ? "\(newColours.amount)" : nil),
            ("keep-colours-by", colours != newColours, keeps ? quoted(newColours.way.rawValue) : nil),
        ]
        for change in changes where change.isNew {
            let before = Array(keys.prefix { $0 != change.key })
            guard head.set(change.key, to: change.value, after: before) else { return false }
        }
        return old.recipe.parts == new.recipe.parts || changeStyles(from: old.recipe, to: new.recipe)
    }

    private mutating func changeStyles(from old: Recipe, to new: Recipe) -> Bool {
        let hadStyles = !styles.isEmpty
        var rest = styles
        styles = []
        for part in new.parts {
            guard let index = rest.firstIndex(where: { $0.text("id") == part.style }) else {
                styles.append(
                    TOMLLines(["[[styles]]", TOMLFile.line("id", part.style), "weight = \(part.weight)"]))
                continue
            }
            var lines = rest.remove(at: index)
            let weight = old.parts.first { $0.style == part.style }?.weight
            if weight != part.weight, !lines.set("weight", to: "\(part.weight)", after: ["id"]) { return false }
            styles.append(lines)
        }
        // An empty line between styles, whatever their order was; above the first as it was.
        for index in styles.indices {
            var lines = styles[index].lines
            while let last = lines.last, Self.isBlank(last) { lines.removeLast() }
            let isFirst = index == 0 && (hadStyles || head.lines.last.map(Self.isBlank) ?? true)
            styles[index] = TOMLLines((isFirst ? [] : [""]) + lines)
        }
        return true
    }
}
