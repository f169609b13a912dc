/// Which pictures at rest are still wanted: one is given up as soon as a newer picture in its place is on its way.
///
/// Whoever shows a picture in motion calls `supersede` before; whoever has finished one at rest asks `finish` and shows
/// it in the same breath, under the same lock. So the newer one always comes last.
package struct SettlingOrder: Sendable {
    /// A picture at rest that is being encoded.
    package struct Ticket: Sendable, Equatable {
        fileprivate let slot: PictureSource
        fileprivate let number: Int
    }

    private var count = 0
    /// The number of the picture that is wanted of each kind.
    private var wanted: [PictureSource: Int] = [:]

    package init() {}

    /// Begins a picture; one of the same kind that was begun before is given up.
    package mutating func begin(_ source: PictureSource) -> Ticket {
        count += 1
        wanted[source.slot] = count
        return Ticket(slot: source.slot, number: count)
    }

    /// A newer picture of that kind is on its way.
    package mutating func supersede(_ source: PictureSource) {
        wanted[source.slot] = nil
    }

    /// A new frame or another photograph is on its way.
    package mutating func supersedeAll() {
        wanted = [:]
    }

    package func isWanted(_ ticket: Ticket) -> Bool {
        wanted[ticket.slot] == ticket.number
    }

    /// Ends a picture; answers whether it may be shown.
    package mutating func finish(_ ticket: Ticket) -> Bool {
        guard isWanted(ticket) else { return false }
        wanted[ticket.slot] = nil
        return true
    }
}
