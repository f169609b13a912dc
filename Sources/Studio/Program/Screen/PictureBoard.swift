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
    }

    /// A picture in a place; the same trial can be wanted in two.
    private struct Slot: Hashable {
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
    private var asked: Set<Slot> = []
    private var count = 0

    package init() {}

    /// Takes a new picture and returns the buffer of the one that it replaces.
    package mutating func take(_ picture: EncodedPicture) -> [UInt8]? {
        count += 1
        let slot = Slot(source: picture.source, rectangle: picture.rectangle)
        var old: Held?
        if picture.source.isLive {
            // A frame for a place that is out of date says nothing about the one that was asked for.
            asked = asked.filter { $0.source != picture.source }
            if let before = held.keys.first(where: { $0.source == picture.source }) {
                old = held.removeValue(forKey: before)
            }
        } else {
            asked.remove(slot)
        }
        return (held.updateValue(Held(picture: picture, number: count), forKey: slot) ?? old)?.picture.bytes
    }

    /// The photograph changed: its pictures are of no more use.
    package mutating func forgetPhotograph() {
        func isOfPhotograph(_ slot: Slot) -> Bool {
            if case .swatch = slot.source { false } else { true }
        }
        held = held.filter { !isOfPhotograph($0.key) }
        asked = asked.filter { !isOfPhotograph($0) }
    }

    /// The terminal shows pictures in another way now.
    package mutating func forgetAll() {
        held = [:]
        asked = []
        shown = []
    }

    /// The terminal was wiped, or holds who knows what: all pictures have to be sent again.
    package mutating func forgetShown() {
        shown = []
    }

    /// Adds the pictures that have to be sent to the end of `bytes`.
    ///
    /// - Parameters:
    ///   - placements: where the view wants pictures now.
    ///   - textChanged: whether text was written since the last call.
    ///   - background: SGR parameters of the ground around pictures; the terminal's own if nil.
    package mutating func compose(
        _ placements: [NcursesScreen.Placement], textChanged: Bool, background: String? = nil,
        into bytes: inout [UInt8]
    ) {
        var now: [Shown] = []
        for placement in placements {
            let before = shown.first { $0.rectangle == placement.rectangle }
            guard let next = held[Slot(source: placement.source, rectangle: placement.rectangle)] else {
                // Nothing fits yet: what was there stays until the new picture comes.
                if var before {
                    if placement.isCovered { before.number = 0 }
                    now.append(before)
                }
                continue
            }
            var state = Shown(
                source: placement.source, rectangle: placement.rectangle, size: next.picture.size, number: next.number)
            let isAtRisk = textChanged && placement.rectangle.width < Self.narrowestSafeWidth
            if placement.isCovered {
                // Its pixels would hide the text. Under the text some are gone: all are sent when it leaves.
                state.number = 0
                if let before { state.size = before.size }
            } else if before?.number != next.number || isAtRisk {
                if let before, before.size != next.picture.size {
                    // The frame around is held back as a whole already.
                    FrameComposer(isSynchronised: false).erase(
                        placement.rectangle, background: background, into: &bytes)
                }
                bytes += next.picture.bytes
            }
            now.append(state)
        }
        shown = now
        makeRoom(placements)
    }

    /// What the view wants, is not at hand in the right place, and was not asked for before.
    package mutating func takeMissing(_ placements: [NcursesScreen.Placement]) -> [NcursesScreen.Placement] {
        let wanted = placements.map { Slot(source: $0.source, rectangle: $0.rectangle) }
        // What nobody looks for any more may have been dropped on its way.
        if !asked.isEmpty { asked.formIntersection(wanted) }
        return zip(placements, wanted).compactMap { placement, slot in
            held[slot] == nil && asked.insert(slot).inserted ? placement : nil
        }
    }

    /// Drops the oldest pictures that are not wanted now.
    private mutating func makeRoom(_ placements: [NcursesScreen.Placement]) {
        while held.count > Self.capacity {
            let wanted = placements.map { Slot(source: $0.source, rectangle: $0.rectangle) }
            guard
                let oldest = held.filter({ !wanted.contains($0.key) }).min(by: { $0.value.number < $1.value.number })
            else { return }
            held[oldest.key] = nil
        }
    }
}
