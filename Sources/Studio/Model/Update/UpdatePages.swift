/// The tour, and the messages of the session.
extension StudioModel {
    /// What every session begins with, whatever is on the easel: what is wrong with the settings, and on a first start the
    /// tour.
    package mutating func greet() -> [Effect] {
        var effects: [Effect] = []
        for problem in settings.problems.reversed() { effects += say(.warning, problem) }
        guard settings.showsTour, !memory.hasSeenTour else { return effects }
        memory.hasSeenTour = true
        takeTour()
        return effects + [.remember(memory)]
    }

    mutating func takeTour() {
        cover(with: .tour(card: 0))
    }

    mutating func performInTour(_ command: Command, card: Int) {
        switch command {
        case .nextCard where card + 1 < Tour.count: dialog = .tour(card: card + 1)
        case .previousCard: dialog = .tour(card: max(0, card - 1))
        default: closeDialog()
        }
    }

    mutating func performInMessages(_ command: Command, first: Int) {
        switch command {
        case .up: dialog = .messages(first: first - 1)
        case .down: dialog = .messages(first: first + 1)
        case .pageUp: dialog = .messages(first: first - 10)
        case .pageDown: dialog = .messages(first: first + 10)
        default: closeDialog()
        }
    }
}
