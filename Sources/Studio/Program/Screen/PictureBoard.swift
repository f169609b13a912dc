import TerminalGraphics

/// Which pictures are at hand, and which of them is where on the terminal.
///
/// ncurses knows nothing of pixels; this is what decides when a picture has to be sent (again).
package struct PictureBoard {
    private struct Shown {
        var source: PictureSource
        var rectangle: CellRectangle
        var size: TerminalCapabilities.Size
        /// The number of the picture; 0 if its pixels were overwritten.
        var number: Int
        var canvas = PictureCanvas()

        /// Its pixels would hide the text. Under the text some are gone: all are sent when it leaves.
        mutating func cover(into bytes: inout [UInt8]) {
            number = 0
            canvas.clear(into: &bytes)
        }
    }

    /// A picture in a place; the same trial can be wanted in two.
    private struct Slot: Hashable {
        var source: PictureSource
        var rectangle: CellRectangle

        init(_ source: PictureSource, _ rectangle: CellRectangle) {
            self.source = source.slot
            self.rectangle = rectangle
        }
    }

    /// A picture in a place, as it was asked for.
    private struct Wish: Hashable {
        var source: PictureSource
        var rectangle: CellRectangle
    }

    private struct Held {
        var picture: EncodedPicture
        var number: Int
    }

    /// ncurses may write over a gap narrower than this instead of jumping over it.
    package static let narrowestSafeWidth = 16

    /// Pictures beyond these are dropped, the oldest first, unless they are wanted now.
    package static let capacity = 64

    private var held: [Slot: Held] = [:]
    private var shown: [Shown] = []
    /// What was asked for and has not come, so that it is asked for once.
    private var asked: Set<Wish> = []
    private var count = 0
    /// The last number that a picture got on the terminal.
    private var lastNumber: UInt32

    /// - Parameter firstNumber: from which pictures are numbered on a terminal that knows them by numbers; other
    ///   programs on it number theirs too.
    package init(firstNumber: UInt32 = 1) {
        lastNumber = firstNumber
    }

    /// Takes a new picture and returns the memory of the one that it replaces.
    package mutating func take(_ picture: EncodedPicture) -> TerminalPicture? {
        count += 1
        let slot = Slot(picture.source, picture.rectangle)
        var old: Held?
        if picture.source.isLive, let before = held.keys.first(where: { $0.source == slot.source }) {
            old = held.removeValue(forKey: before)
        }
        if picture.source == .pastiche || picture.source == .original {
            // A frame for a place that is out of date says nothing about the one that was asked for.
            asked = asked.filter { $0.source != picture.source }
        } else {
            asked.remove(Wish(source: picture.source, rectangle: picture.rectangle))
        }
        return (held.updateValue(Held(picture: picture, number: count), forKey: slot) ?? old)?.picture.content
    }

    /// The photograph changed: its pictures are of no more use.
    package mutating func forgetPhotograph() {
        held = held.filter { !$0.key.source.isOfPhotograph }
        asked = asked.filter { !$0.source.isOfPhotograph }
    }

    /// Another part of the picture is in view: photograph and pastiche have to be asked for again.
    package mutating func forgetView() {
        func isOfTheView(_ source: PictureSource) -> Bool { source == .pastiche || source == .original }
        held = held.filter { !isOfTheView($0.key.source) }
        asked = asked.filter { !isOfTheView($0.source) }
    }

    /// The terminal shows pictures in another way now.
    package mutating func forgetAll() {
        held = [:]
        asked = []
        forgetShown()
    }

    /// The terminal was wiped, or holds who knows what: all pictures have to be sent again.
    package mutating func forgetShown() {
        for index in shown.indices {
            shown[index].number = 0
            shown[index].canvas.forget()
        }
    }

    /// What a call of `compose` sent.
    package struct Sent: Equatable {
        package var pictures: Int
        /// The painted pixels in them, as far as that is known.
        package var paintedPixels: Int
        /// Whether no picture was held back.
        package var isComplete: Bool

        package init(pictures: Int = 0, paintedPixels: Int = 0, isComplete: Bool = true) {
            self.pictures = pictures
            self.paintedPixels = paintedPixels
            self.isComplete = isComplete
        }
    }

    /// Adds the pictures that have to be sent to the end of `bytes`.
    ///
    /// - Parameters:
    ///   - placements: where the view wants pictures now.
    ///   - textChanged: whether text was written since the last call.
    ///   - isHolding: sends no picture now, because the terminal has not taken the last one yet.
    ///   - background: SGR parameters of the ground around pictures; the terminal's own if nil.
    @discardableResult
    package mutating func compose(
        _ placements: [NcursesScreen.Placement], textChanged: Bool, isHolding: Bool = false,
        background: String? = nil, into bytes: inout [UInt8]
    ) -> Sent {
        var sent = Sent()
        var now: [Shown] = []
        now.reserveCapacity(placements.count)
        for placement in placements {
            guard let next = held[Slot(placement.source, placement.rectangle)] else {
                // Nothing fits yet: what was there stays until the new picture comes.
                if var before = takeShown(in: placement.rectangle) {
                    if placement.isCovered { before.cover(into: &bytes) }
                    now.append(before)
                }
                continue
            }
            let size = next.picture.size
            var state =
                takeShown(in: placement.rectangle)
                ?? Shown(source: placement.source, rectangle: placement.rectangle, size: size, number: 0)
            state.source = placement.source
            let isAtRisk = textChanged && placement.rectangle.width < Self.narrowestSafeWidth
            if isAtRisk { state.canvas.forget() }
            if placement.isCovered {
                state.cover(into: &bytes)
            } else if state.number != next.number || isAtRisk {
                guard !isHolding else {
                    state.number = isAtRisk ? 0 : state.number
                    sent.isComplete = false
                    now.append(state)
                    continue
                }
                sent.pictures += 1
                sent.paintedPixels += next.picture.paintedPixels
                if state.size != size {
                    // The frame around is held back as a whole already.
                    FrameComposer(isSynchronised: false).erase(
                        placement.rectangle, background: background, into: &bytes)
                    state.canvas.forget()
                    state.size = size
                }
                lastNumber &+= 1
                state.canvas.show(next.picture.content, number: max(lastNumber, 1), into: &bytes)
                state.number = next.number
            }
            now.append(state)
        }
        for index in shown.indices { shown[index].canvas.clear(into: &bytes) }
        shown = now
        makeRoom(placements)
        return sent
    }

    /// What the view wants, is not at hand in the right place, and was not asked for before.
    package mutating func takeMissing(_ placements: [NcursesScreen.Placement]) -> [NcursesScreen.Placement] {
        let wanted = placements.map { Wish(source: $0.source, rectangle: $0.rectangle) }
        // What nobody looks for any more may have been dropped on its way.
        if !asked.isEmpty { asked.formIntersection(wanted) }
        return zip(placements, wanted).compactMap { placement, wish in
            // A divided picture in the right place may be divided elsewhere: it is shown until the right one comes.
            let isHere = held[Slot(placement.source, placement.rectangle)]?.picture.source == placement.source
            return !isHere && asked.insert(wish).inserted ? placement : nil
        }
    }

    /// Taken out, so that its memory has one owner and is changed in place.
    private mutating func takeShown(in rectangle: CellRectangle) -> Shown? {
        shown.firstIndex { $0.rectangle == rectangle }.map { shown.remove(at: $0) }
    }

    /// Drops what cannot be used again, and the oldest pictures that are not wanted now.
    private mutating func makeRoom(_ placements: [NcursesScreen.Placement]) {
        // The next comparison is another one.
        for slot in held.keys where slot.source.isDivided && !placements.contains(where: { $0.source.isDivided }) {
            held[slot] = nil
        }
        while held.count > Self.capacity {
            let wanted = placements.map { Slot($0.source, $0.rectangle) }
            guard
                let oldest = held.filter({ !wanted.contains($0.key) }).min(by: { $0.value.number < $1.value.number })
            else { return }
            held[oldest.key] = nil
        }
    }
}
