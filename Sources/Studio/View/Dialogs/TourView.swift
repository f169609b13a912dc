import TerminalGraphics

/// A card of the tour.
enum TourView {
    private static let keysWidth = 7

    static func draw(card: Int, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        let cards = Tour.cards(model.keys)
        guard let inside = layout.dialogInside, cards.indices.contains(card) else { return }
        canvas.text(cards[card].title, in: inside.line(0), TextStyle(.accent, isBold: true))
        for (index, row) in cards[card].rows.enumerated() {
            let line = inside.line(2 + index)
            canvas.text(row.keys, in: line.leading(keysWidth - 1), TextStyle(.key))
            canvas.text(row.summary, in: line.dropping(left: keysWidth), TextStyle(.text))
        }
        let dots = cards.indices.map { $0 == card ? "●" : "○" }.joined(separator: " ")
        canvas.text(dots, in: inside.line(0), TextStyle(.dim), .right)
    }
}
