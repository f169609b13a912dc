/// The help page as the table of keys gives it.
struct KeyHelp: Equatable {
    struct Row: Equatable {
        var keys: String
        var summary: String
    }

    var title: String
    var rows: [Row]

    /// One page for each section, in the order of `KeyBinding.Section`; what has no key is the menu's affair.
    static func sections(_ map: KeyMap) -> [KeyHelp] {
        KeyBinding.Section.allCases.map { section($0, map) }
    }

    private static func section(_ section: KeyBinding.Section, _ map: KeyMap) -> KeyHelp {
        var groups: [[KeyBinding]] = []
        for binding in map.bindings where binding.section == section && !binding.keys.isEmpty {
            if groups.last?.first?.summary == binding.summary {
                groups[groups.count - 1].append(binding)
            } else {
                groups.append([binding])
            }
        }
        return KeyHelp(
            title: section.rawValue, rows: groups.map { Row(keys: keys($0), summary: $0[0].summary) })
    }

    /// The keys of one row: for `← h` and `→ l` it is `← → h l`; many are named by the first and the last.
    private static func keys(_ bindings: [KeyBinding]) -> String {
        if bindings.count > 3, let first = bindings.first?.keys.first, let last = bindings.last?.keys.first {
            return "\(first.label) … \(last.label)"
        }
        let longest = bindings.map(\.keys.count).max() ?? 0
        return (0..<longest).flatMap { index in
            bindings.compactMap { index < $0.keys.count ? $0.keys[index].label : nil }
        }.joined(separator: " ")
    }
}
