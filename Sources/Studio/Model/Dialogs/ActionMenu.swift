/// Every action by name: words are typed, the best match is on top, Enter does it.
public struct ActionMenu: Sendable, Equatable {
    public internal(set) var list = FilteredList()

    init() {}

    /// The actions that fit what was typed, the best first; without words the recent ones, then the table's order.
    func rows(of actions: [MenuAction], recent: [String]) -> [MenuAction] {
        let words = list.filter.field.text
        func age(_ action: MenuAction) -> Int { recent.firstIndex(of: action.command.name) ?? recent.count }
        let ranked = actions.enumerated().compactMap { index, action in
            action.score(of: words).map { (action: action, key: (-$0, age(action), index)) }
        }
        return ranked.sorted { $0.key < $1.key }.map(\.action)
    }
}

extension MenuAction {
    /// The title counts most; the name in the configuration and the section find an action too.
    fileprivate func score(of words: String) -> Int? {
        var sum = 0
        for word in words.lowercased().split(whereSeparator: \.isWhitespace) {
            let scores = [
                FuzzyMatch.score(of: word, in: title), FuzzyMatch.score(of: word, in: command.name).map { $0 - 2 },
                FuzzyMatch.score(of: word, in: section).map { $0 - 20 },
            ]
            guard let best = scores.compactMap({ $0 }).max() else { return nil }
            sum += best
        }
        return sum
    }
}
