import StyleTransfer
import TerminalGraphics

/// What the render service still has to do: of every kind of work only the newest.
package struct RenderInbox: Sendable {
    package enum Job: Sendable, Equatable {
        /// Decode a photograph.
        case open(path: String)
        /// Encode a picture that is not being painted for a place.
        case encode(PictureSource, CellRectangle)
        case paint(PaintRequest)
        /// Paint and encode a trial for a place.
        case attempt(PictureSource, CellRectangle)
        /// Begin with the detail of a zoomed view.
        case detail(DetailRequest)
        case stop
    }

    private struct Place: Sendable, Equatable {
        var source: PictureSource
        var rectangle: CellRectangle
    }

    package var photograph: String?
    package var paint: PaintRequest?
    package var detail: DetailRequest?
    /// A detail that was painted and has not been taken over.
    var painted: PaintedDetail?
    /// Where pictures other than a frame just painted are wanted, in the order of asking.
    private var places: [Place] = []
    /// The trial that was taken out last, until it is done, cut off, or not looked for any more.
    private var begunTrial: Place?
    /// Where a painted frame goes, on which terminal.
    var easel = PictureTarget(
        rectangle: CellRectangle(row: 0, column: 0, width: 0, height: 0), capabilities: TerminalCapabilities(),
        window: TerminalCapabilities.Size(width: 0, height: 0))
    package var isStopping = false
    /// The memory of pictures that were replaced, to be filled again.
    private var spare: [TerminalPicture] = []

    package init() {}

    package mutating func ask(for source: PictureSource, in rectangle: CellRectangle) {
        places.removeAll { $0.source.slot == source.slot && (source.isLive || $0.rectangle == rectangle) }
        places.append(Place(source: source, rectangle: rectangle))
    }

    /// Drops the trials that nobody looks for any more, so that a hand that runs through many is not followed
    /// through each of them.
    package mutating func dropTrials(except wanted: [NcursesScreen.Placement]) {
        func isWanted(_ place: Place) -> Bool {
            wanted.contains { $0.source == place.source && $0.rectangle == place.rectangle }
        }
        places.removeAll { $0.source.isTrial && !isWanted($0) }
        if let begunTrial, !isWanted(begunTrial) { self.begunTrial = nil }
    }

    /// Takes out what is to be done next: what is quick and seen at once goes first.
    package mutating func next() -> Job? {
        if isStopping { return .stop }
        if let path = photograph {
            photograph = nil
            return .open(path: path)
        }
        if let index = places.firstIndex(where: { !$0.source.isTrial }) {
            let place = places.remove(at: index)
            return .encode(place.source, place.rectangle)
        }
        if let request = paint {
            paint = nil
            return .paint(request)
        }
        if let request = detail {
            detail = nil
            return .detail(request)
        }
        if let place = places.first {
            begunTrial = places.removeFirst()
            return .attempt(place.source, place.rectangle)
        }
        return nil
    }

    /// Whether what is being painted is of no more use.
    package var isOvertaken: Bool { isStopping || paint != nil }

    /// Whether the trial that was taken out has to make way: for anything that goes before it, or because nobody looks
    /// for it any more.
    package var isTrialCutOff: Bool {
        isStopping || photograph != nil || paint != nil || begunTrial == nil || places.contains { !$0.source.isTrial }
    }

    /// Ends the trial that was taken out; one that was cut off is begun again later, if it is still looked for.
    package mutating func endTrial(isDone: Bool) {
        if !isDone, let begunTrial, !places.contains(begunTrial) { places.insert(begunTrial, at: 0) }
        begunTrial = nil
    }

    package mutating func recycle(_ content: TerminalPicture) {
        // One is on the terminal, one on its way; a third is enough.
        if spare.count < 2 { spare.append(content) }
    }

    package mutating func takeMemory() -> TerminalPicture { spare.popLast() ?? TerminalPicture() }
}
