import StyleTransfer

/// Mixing two to four styles by a place in a field: the nearer a corner, the more of its style.
public struct Pad: Sendable, Equatable {
    /// Places from the left and from the top, in per cent.
    public static let range = 0...100
    static let corners = 2...4

    /// The styles: two at the ends of a line; three, the last one along the lower edge; or four, row by row.
    public internal(set) var styles: [String]
    public internal(set) var x = 50
    public internal(set) var y = 50
    /// The corner whose style is being chosen; nil while the mix is.
    public internal(set) var corner: Int?
    /// Whether the mouse holds the mix.
    var isHeld = false
    /// The palette that the field was laid out from, and which of its styles were in the corners.
    private let base: Palette
    private let first: [String]

    /// A field for the first entries that take part and are not locked, at the place that is most like their mix.
    ///
    /// - Parameter styles: those to put into the corners, if all of them take part.
    /// - Returns: nil if there are fewer than two.
    init?(_ palette: Palette, styles preferred: [String] = []) {
        let movable = palette.free.map { palette.entries[$0].style }
        let isKept = preferred.count >= Self.corners.lowerBound && preferred.allSatisfy(movable.contains)
        let styles = isKept ? preferred : Array(movable.prefix(Self.corners.upperBound))
        guard styles.count >= Self.corners.lowerBound else { return nil }
        self.styles = styles
        first = styles
        base = palette
        (x, y) = Self.place(of: styles.map { palette.weight(of: $0) })
    }

    /// The parts of the corners at a place, per cent that sum to 100.
    package static func parts(x: Int, y: Int, corners: Int) -> [Int] {
        let (right, down) = (x.clamped(to: range), y.clamped(to: range))
        let (left, up) = (100 - right, 100 - down)
        // In hundredths of a per cent; what rounding leaves goes to those that lose most by it.
        let exact: [Int] =
            switch corners {
            case ...2: [100 * left, 100 * right]
            case 3: [left * up, right * up, 100 * down]
            default: [left * up, right * up, left * down, right * down]
            }
        var parts = exact.map { $0 / 100 }
        let order = exact.indices.sorted { (exact[$1] % 100, $0) < (exact[$0] % 100, $1) }
        for index in order.prefix(100 - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }

    /// The place whose parts are most like weights; the middle if there are none.
    package static func place(of weights: [Int]) -> (x: Int, y: Int) {
        let sum = weights.reduce(0, +)
        guard sum > 0, weights.count >= corners.lowerBound else { return (50, 50) }
        func percent(_ part: Int, of whole: Int) -> Int { whole == 0 ? 50 : (200 * part + whole) / (2 * whole) }
        switch weights.count {
        case 2: return (percent(weights[1], of: sum), 50)
        case 3: return (percent(weights[1], of: weights[0] + weights[1]), percent(weights[2], of: sum))
        default: return (percent(weights[1] + weights[3], of: sum), percent(weights[2] + weights[3], of: sum))
        }
    }

    /// The palette at a place of the field; whatever is in no corner stays as it was.
    func palette(x: Int, y: Int) -> Palette {
        var palette = base
        for style in first where !styles.contains(style) {
            if let index = palette.entries.firstIndex(where: { $0.style == style }) {
                palette.entries[index].weight = 0
            }
        }
        for (style, part) in zip(styles, Self.parts(x: x, y: y, corners: styles.count)) {
            palette.play(style, weight: part)
        }
        return palette
    }

    /// The place of a corner.
    func place(ofCorner index: Int) -> (x: Int, y: Int) {
        switch (styles.count, index) {
        case (2, _): (index * 100, 50)
        case (3, 2): (50, 100)
        default: (index % 2 * 100, index / 2 * 100)
        }
    }

    mutating func move(x: Int, y: Int) {
        self.x = x.clamped(to: Self.range)
        // On a line there is no up and down.
        self.y = styles.count == 2 ? 50 : y.clamped(to: Self.range)
    }

    /// Puts the next style that is in no other corner into a corner.
    mutating func changeStyle(ofCorner index: Int, by step: Int, among all: [String]) {
        guard styles.indices.contains(index) else { return }
        let others = styles.enumerated().filter { $0.offset != index }.map(\.element)
        let locked = base.entries.filter(\.isLocked).map(\.style)
        let free = all.filter { !others.contains($0) && !locked.contains($0) }
        guard !free.isEmpty else { return }
        let now = free.firstIndex(of: styles[index]) ?? (step > 0 ? -1 : 0)
        styles[index] = free[(now + step + free.count) % free.count]
    }

    /// Goes from the field to the corners, from one to the next, and back to the field.
    mutating func moveCorner(by step: Int) {
        let stops = styles.count + 1
        let next = ((corner ?? styles.count) + step + stops) % stops
        corner = next == styles.count ? nil : next
    }
}

extension Palette {
    fileprivate func weight(of style: String) -> Int { entries.first { $0.style == style }?.weight ?? 0 }

    /// Lets a style take part with a weight, which may be 0.
    fileprivate mutating func play(_ style: String, weight: Int) {
        let isAnySoloed = entries.contains(where: \.isSoloed)
        if !entries.contains(where: { $0.style == style }) { entries.append(Entry(style: style, weight: 0)) }
        guard let index = entries.firstIndex(where: { $0.style == style }) else { return }
        entries[index].weight = weight
        entries[index].isMuted = false
        entries[index].isSoloed = isAnySoloed
    }
}
