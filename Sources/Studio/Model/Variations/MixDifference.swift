import StyleTransfer

/// What sets one mix apart from another, in few words, the most important first.
struct MixDifference: Equatable {
    /// One thing: `↑ Scream 62 %`.
    struct Note: Equatable {
        var sign = ""
        /// What may be shortened.
        var subject: String
        var value = ""
    }

    var notes: [Note] = []

    /// Shares that change by less are not worth a word.
    private static let leastShare = 0.015

    /// - Parameter strokes: the stroke sizes to choose from.
    init(from old: Palette, to new: Palette, strokes: StrokeScale?, title: (String) -> String) {
        let before = old.shares
        let after = new.shares
        let styles = (old.entries + new.entries).map(\.style)
        for style in new.entries.map(\.style) where before[style] == nil && after[style] != nil {
            notes.append(Note(sign: "+", subject: title(style)))
        }
        for style in old.entries.map(\.style) where before[style] != nil && after[style] == nil {
            notes.append(Note(sign: "−", subject: title(style)))
        }
        if old.strength != new.strength { notes.append(Note(subject: "strength", value: "\(new.strength) %")) }
        if old.stroke != new.stroke, let strokes {
            notes.append(Note(subject: "strokes", value: "\(strokes.percent(of: new.stroke)) %"))
        }
        // Who comes or goes moves all others; to say so would be noise.
        guard notes.isEmpty else { return }
        var moved: [(style: String, change: Double)] = []
        for style in styles where !moved.contains(where: { $0.style == style }) {
            guard let share = before[style], let now = after[style] else { continue }
            moved.append((style, now - share))
        }
        moved = moved.filter { abs($0.change) >= Self.leastShare }.sorted { abs($0.change) > abs($1.change) }
        notes = moved.map { style, change in
            let share = Int(((after[style] ?? 0) * 100).rounded())
            return Note(sign: change > 0 ? "↑" : "↓", subject: title(style), value: "\(share) %")
        }
    }

    /// As many notes as fit into a number of cells; the first one is shortened if it must be.
    func text(width: Int) -> String {
        guard let first = notes.first else { return "" }
        var text = first.text(width: width)
        for note in notes.dropFirst() {
            let longer = text + " · " + note.text(width: .max)
            guard DisplayWidth.of(longer) <= width else { break }
            text = longer
        }
        return text
    }
}

extension MixDifference.Note {
    func text(width: Int) -> String {
        let before = sign.isEmpty ? "" : sign + " "
        let after = value.isEmpty ? "" : " " + value
        let room = width - DisplayWidth.of(before) - DisplayWidth.of(after)
        return before + subject.truncated(to: max(1, room)) + after
    }
}

extension Style {
    /// The title without its article, for narrow places.
    var shortTitle: String {
        let words = title.split(separator: " ", maxSplits: 1)
        guard words.count == 2, ["The", "A", "An"].contains(words[0]) else { return title }
        return String(words[1])
    }
}

extension StudioModel {
    /// A style's short title; its id if the library lacks it.
    func shortTitle(_ id: String) -> String { style(id)?.shortTitle ?? id }
}
