/// How well letters that someone typed fit a text.
package enum FuzzyMatch {
    /// Higher is better: the beginning of the text, of a word, the first letters of words, anywhere, or its letters in
    /// their order, half of them first letters. Nil if they do not occur in one of these ways.
    package static func score(of word: some StringProtocol, in text: String) -> Int? {
        let wanted = Array(word.lowercased())
        let letters = Array(text.lowercased())
        guard !wanted.isEmpty else { return 0 }
        let starts = letters.indices.filter { index in
            index == 0 || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
        }
        // A short text that is nearly all of it is what was meant.
        let rest = min(9, (letters.count - wanted.count) / 3)
        if letters.starts(with: wanted) { return 100 - rest }
        if starts.contains(where: { letters[$0...].starts(with: wanted) }) { return 80 - rest }
        if isSubsequence(wanted, of: starts.map { letters[$0] }) { return 60 - rest }
        if letters.indices.contains(where: { letters[$0...].starts(with: wanted) }) { return 40 - rest }
        guard let count = startsHit(by: wanted, letters, starts), count * 2 >= wanted.count else { return nil }
        return 10 + 10 * count / wanted.count
    }

    private static func isSubsequence(_ wanted: [Character], of letters: [Character]) -> Bool {
        var rest = wanted[...]
        for letter in letters where letter == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// How many of the letters are first ones when each is looked for there before it is anywhere else; nil if one is
    /// not found.
    private static func startsHit(by wanted: [Character], _ letters: [Character], _ starts: [Int]) -> Int? {
        var index = 0
        var count = 0
        for letter in wanted {
            if let start = starts.first(where: { $0 >= index && letters[$0] == letter }) {
                count += 1
                index = start + 1
            } else if let found = letters[index...].firstIndex(of: letter) {
                index = found + 1
            } else {
                return nil
            }
        }
        return count
    }
}
