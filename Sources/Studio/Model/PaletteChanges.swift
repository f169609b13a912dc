import Foundation

/// Changes of many sliders at once, and of their order.
extension Palette {
    /// The entries that such changes may touch: those that are heard and not locked.
    package var free: [Int] {
        entries.indices.filter { isActive($0) && !entries[$0].isLocked }
    }

    /// Adds a style that is not there yet. Who adds one wants to see it: beside soloed ones it is soloed too.
    mutating func add(_ style: String) {
        guard !entries.contains(where: { $0.style == style }) else { return }
        var entry = Entry(style: style, weight: Self.firstWeight)
        entry.isSoloed = entries.contains { $0.isSoloed }
        entries.append(entry)
    }

    /// Moves an entry to another place; the ones between make room.
    package mutating func moveEntry(from index: Int, to place: Int) {
        guard entries.indices.contains(index), entries.indices.contains(place) else { return }
        entries.insert(entries.remove(at: index), at: place)
    }

    /// Gives all free entries the same weight. Together they weigh what they did, so that the share of a locked
    /// one stays as it is.
    package mutating func spreadEvenly() {
        let free = free
        guard !free.isEmpty else { return }
        let sum = free.reduce(0) { $0 + entries[$1].weight }
        let even = Int((Double(sum) / Double(free.count)).rounded())
        for index in free { entries[index].weight = sum == 0 ? Palette.firstWeight : max(1, even) }
    }

    /// Gives the free entries chance weights: every mix of them is as likely as any other.
    package mutating func randomise(using generator: inout some RandomNumberGenerator) {
        // Exponential numbers, divided by their sum, are spread evenly over all shares that sum to 1.
        let draws = free.map { ($0, -log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator))) }
        guard let largest = draws.map(\.1).max(), largest > 0 else { return }
        // The height counts only beside what is locked, or for an entry alone.
        let height = Double.random(in: 25...100, using: &generator)
        for (index, draw) in draws { entries[index].weight = Int((draw / largest * height).rounded()) }
    }
}
