/// A mix that was pinned, to come back to.
public struct Moment: Sendable, Equatable {
    /// What the user knows it by; counts up and is never given twice in a session.
    public var number: Int
    /// The time of day when it was pinned, `14:05`.
    public var time: String
    /// The photograph that was on the easel.
    public var photograph: String?
    public var palette: Palette

    public init(number: Int, time: String, photograph: String?, palette: Palette) {
        self.number = number
        self.time = time
        self.photograph = photograph
        self.palette = palette
    }
}

/// The pinned moments, in the order of pinning.
public struct MomentStrip: Sendable, Equatable {
    public internal(set) var moments: [Moment] = []
    /// The number of the moment that was pinned last, also if it is gone.
    public internal(set) var lastNumber = 0
    public internal(set) var selection = ListSelection()
    /// So many photographs before the present one are kept small, to show moments of them.
    static let photographLimit = 8
    /// Their paths, the newest last.
    public internal(set) var photographs: [String] = []
    /// Whether the strip is on the screen.
    public internal(set) var isShown = false

    public init() {}

    public var selected: Moment? {
        moments.indices.contains(selection.index) ? moments[selection.index] : nil
    }

    /// Notes a photograph that leaves the easel.
    mutating func keep(photograph path: String) {
        photographs.removeAll { $0 == path }
        photographs.append(path)
        if photographs.count > Self.photographLimit { photographs.removeFirst() }
    }

    /// Pins a moment and selects it.
    mutating func pin(photograph: String?, palette: Palette, time: String) -> Moment {
        lastNumber += 1
        let moment = Moment(number: lastNumber, time: time, photograph: photograph, palette: palette)
        moments.append(moment)
        selection.index = moments.count - 1
        return moment
    }

    mutating func insert(_ moment: Moment, at index: Int) {
        let index = index.clamped(to: 0...moments.count)
        moments.insert(moment, at: index)
        selection.index = index
    }

    mutating func remove(number: Int) {
        moments.removeAll { $0.number == number }
        selection.move(by: 0, count: moments.count)
    }

    /// Adds moments of an earlier session; those that have a number already get a new one, those that are the same
    /// are not repeated.
    mutating func add(_ earlier: [Moment]) {
        for var moment in earlier
        where !moments.contains(where: { $0.palette == moment.palette && $0.photograph == moment.photograph }) {
            if moment.number <= lastNumber { moment.number = lastNumber + 1 }
            lastNumber = moment.number
            moments.append(moment)
        }
    }
}
