import TerminalGraphics

extension Layout {
    /// Where one moment of the strip is.
    package struct MomentPlace: Equatable {
        package var index: Int
        package var picture: CellRectangle
        /// Its number and time, below the picture.
        package var label: CellRectangle
        /// The sign that takes it away.
        package var remove: CellRectangle
    }

    /// Narrower pictures would be sent again with every text that changes.
    private static let momentWidth = 16
    private static let widestMoment = 24

    /// The rows of the strip: a head, thumbnails, labels.
    static func stripHeight(body: Int) -> Int { 2 + (body / 5).clamped(to: 3...8) }

    private var momentPitch: Int {
        guard let strip else { return Self.momentWidth }
        return (strip.width / max(1, strip.width / Self.momentWidth)).clamped(to: Self.momentWidth...Self.widestMoment)
    }

    /// How many moments fit side by side.
    var momentCapacity: Int { max(1, (strip?.width ?? 0) / momentPitch) }

    package func moments(_ model: StudioModel) -> [MomentPlace] {
        guard let strip else { return [] }
        let first = model.strip.selection.first
        let last = min(model.strip.moments.count, first + momentCapacity)
        guard first < last else { return [] }
        return (first..<last).map { index in
            let place = strip.dropping(left: (index - first) * momentPitch).leading(momentPitch)
            let label = place.line(strip.height - 1)
            return MomentPlace(
                index: index, picture: place.dropping(top: 1, bottom: 1), label: label,
                remove: label.dropping(right: 1).trailing(1))
        }
    }

    /// The words at the right end of the strip's head.
    func momentButtons(_ model: StudioModel) -> [Button] {
        guard let strip else { return [] }
        let commands: [(Command, String)] = [
            (.pinMoment, "pin"), (.showMoments, model.panel == .moments ? "hide" : "go"),
        ]
        var buttons: [Button] = []
        var right = strip.column + strip.width - 1
        for (command, word) in commands.reversed() {
            let key = model.keys.label(command)
            let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(word)
            right -= width
            buttons.append(
                Button(
                    key: key, word: word, command: command,
                    rectangle: CellRectangle(row: strip.row, column: right, width: width, height: 1)))
            right -= 2
        }
        return buttons.reversed()
    }
}
