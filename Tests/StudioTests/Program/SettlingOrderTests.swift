import Studio
import Testing

struct SettlingOrderTests {
    private static let divided = PictureSource.divided(Division(left: .original, right: .pastiche, divider: 300))
    private static let dividedElsewhere = PictureSource.divided(
        Division(left: .original, right: .pastiche, divider: 600))

    private func isShown(_ ticket: SettlingOrder.Ticket, in order: inout SettlingOrder) -> Bool {
        order.finish(ticket)
    }

    @Test func aPictureAtRestIsShownOnce() {
        var order = SettlingOrder()
        let ticket = order.begin(.pastiche)
        #expect(order.isWanted(ticket))
        #expect(isShown(ticket, in: &order))
        #expect(!isShown(ticket, in: &order))
    }

    @Test func aNewerFrameInItsPlaceWins() {
        var order = SettlingOrder()
        let ticket = order.begin(.pastiche)
        order.supersede(.pastiche)
        #expect(!order.isWanted(ticket))
        #expect(!isShown(ticket, in: &order))
        // The next picture at rest does not bring the one before back.
        let next = order.begin(.pastiche)
        #expect(!isShown(ticket, in: &order))
        #expect(isShown(next, in: &order))
    }

    @Test func theNewestOfAKindIsTheOneThatCounts() {
        var order = SettlingOrder()
        let first = order.begin(Self.divided)
        let second = order.begin(Self.dividedElsewhere)
        #expect(!order.isWanted(first))
        #expect(order.isWanted(second))
        order.supersede(Self.divided)
        #expect(!isShown(second, in: &order))
    }

    @Test func kindsDoNotDisturbEachOther() {
        var order = SettlingOrder()
        let pastiche = order.begin(.pastiche)
        let divided = order.begin(Self.divided)
        order.supersede(Self.dividedElsewhere)
        #expect(!order.isWanted(divided))
        #expect(isShown(pastiche, in: &order))
    }

    @Test func aFrameOfAnotherMixSupersedesAll() {
        var order = SettlingOrder()
        let tickets = [order.begin(.pastiche), order.begin(Self.divided)]
        order.supersedeAll()
        #expect(!tickets.contains { order.isWanted($0) })
        let next = order.begin(.pastiche)
        #expect(isShown(next, in: &order))
    }
}
