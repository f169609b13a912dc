import Studio
import StyleTransfer
import TerminalGraphics
import Testing

@Suite struct PadTests {
    private struct NoPad: Error {}

    private func pad(_ easel: Easel) throws -> Pad {
        guard case .pad(let pad) = easel.model.dialog else { throw NoPad() }
        return pad
    }

    private func weights(_ easel: Easel) -> [Int] { easel.model.palette.entries.map(\.weight) }

    /// Four styles on the palette.
    private func four(width: Int = 80, height: Int = 24) throws -> Easel {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("ajjj")
        easel.press(.enter)
        return easel
    }

    @Test func openingChangesNothing() throws {
        var easel = try four()
        let palette = easel.model.palette
        easel.type("b")
        #expect(try pad(easel).styles == palette.entries.map(\.style))
        #expect(try (pad(easel).x, pad(easel).y) == (50, 50))
        #expect(easel.model.palette == palette)
        easel.press(.escape)
        #expect(easel.model.palette == palette)
    }

    @Test func partsSumToAHundredEverywhere() {
        for corners in 2...4 {
            for x in 0...100 {
                for y in 0...100 {
                    let parts = Pad.parts(x: x, y: y, corners: corners)
                    #expect(parts.count == corners)
                    #expect(parts.reduce(0, +) == 100)
                    #expect(parts.allSatisfy { (0...100).contains($0) })
                }
            }
        }
        #expect(Pad.parts(x: 100, y: 0, corners: 4) == [0, 100, 0, 0])
        #expect(Pad.parts(x: 0, y: 100, corners: 4) == [0, 0, 100, 0])
        #expect(Pad.parts(x: 40, y: 100, corners: 3) == [0, 0, 100])
        #expect(Pad.parts(x: 30, y: 0, corners: 2) == [70, 30])
    }

    @Test func aPlaceIsFoundAgainFromItsParts() {
        for corners in 2...4 {
            for x in stride(from: 0, through: 100, by: 5) {
                // Down at the third corner there is no left and right.
                for y in stride(from: 0, through: corners == 3 ? 80 : 100, by: 5) {
                    let place = Pad.place(of: Pad.parts(x: x, y: y, corners: corners))
                    #expect(abs(place.x - x) <= (corners == 3 ? 4 : 1), "\(corners) corners, \(x), \(y)")
                    #expect(abs(place.y - (corners == 2 ? 50 : y)) <= 1, "\(corners) corners, \(x), \(y)")
                }
            }
        }
        #expect(Pad.place(of: [0, 0, 0]) == (50, 50))
    }

    @Test func keysMoveTheMix() throws {
        var easel = try four()
        easel.type("b")
        for _ in 0..<10 { easel.press(.right) }
        #expect(weights(easel) == [0, 50, 0, 50])
        for _ in 0..<12 { easel.type("k") }
        #expect(weights(easel) == [0, 100, 0, 0])
        easel.press(.left, shift: true)
        easel.type("H")
        #expect(weights(easel) == [2, 98, 0, 0])
        easel.type("c")
        #expect(weights(easel) == [25, 25, 25, 25])
        easel.type("3")
        #expect(weights(easel) == [0, 0, 100, 0])
        easel.type("KL")
        #expect(weights(easel) == [1, 0, 98, 1])
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
        #expect(weights(easel) == [1, 0, 98, 1])
    }

    @Test func aMoveByKeysIsOneStepAndUndoMovesBack() throws {
        var easel = try four()
        let before = weights(easel)
        easel.type("b")
        let steps = easel.model.history.past.count
        easel.type("lllkkk")
        #expect(easel.model.history.past.count == steps + 1)
        #expect(try (pad(easel).x, pad(easel).y) == (65, 35))
        easel.type("u")
        #expect(weights(easel) == before)
        #expect(try (pad(easel).x, pad(easel).y) == (50, 50))
        easel.press(.character("r"), control: true)
        #expect(try (pad(easel).x, pad(easel).y) == (65, 35))
    }

    @Test func aDragPaintsAndIsOneStep() throws {
        var easel = try four()
        easel.type("b")
        easel.paint()
        let field = try #require(Layout(easel.model).pad(easel.model)).field
        let steps = easel.model.history.past.count
        easel.mouse(.press, row: field.row, column: field.column)
        #expect(weights(easel) == [100, 0, 0, 0])
        #expect(easel.latest.contains { if case .paint = $0 { true } else { false } })
        easel.mouse(.drag, row: field.row, column: field.column + field.width)
        #expect(weights(easel) == [0, 100, 0, 0])
        easel.mouse(.drag, row: 99, column: 0)
        #expect(weights(easel) == [0, 0, 100, 0])
        easel.mouse(.release, row: 99, column: 0)
        easel.mouse(.drag, row: field.row, column: field.column)
        #expect(weights(easel) == [0, 0, 100, 0])
        #expect(easel.model.history.past.count == steps + 1)
    }

    @Test func theLivePictureStaysInView() throws {
        for (width, height) in GoldenScreenTests.sizes {
            var easel = try four(width: width, height: height)
            let before = Layout(easel.model).easel
            easel.type("b")
            let live = easel.draw().placements.filter { $0.picture == .pastiche }
            #expect(live.map(\.rectangle) == [before])
        }
    }

    @Test func threeAndTwoStyles() throws {
        var easel = try Easel.furnished()
        easel.type("b")
        #expect(try pad(easel).styles.count == 3)
        for _ in 0..<14 { easel.press(.down) }
        #expect(weights(easel) == [0, 0, 100])
        easel.press(.escape)
        easel.type("db")
        #expect(try pad(easel).styles.count == 2)
        easel.type("c")
        easel.type("k")
        #expect(weights(easel) == [50, 50])
        easel.type("l")
        #expect(weights(easel) == [45, 55])
    }

    @Test func oneStyleIsToldHowToGoOn() throws {
        var easel = try Easel.furnished()
        easel.type("ddb")
        #expect(easel.model.dialog == nil)
        #expect(easel.model.message?.text.contains("two to four") == true)
    }

    @Test func whatIsInNoCornerStays() throws {
        var easel = try four()
        easel.type("a")
        for _ in 0..<4 { easel.press(.down) }
        easel.press(.enter)
        easel.press(.up)
        easel.type("m")
        let muted = easel.model.palette.entries[3]
        #expect(muted.isMuted)
        easel.type("b")
        #expect(try pad(easel).styles.count == 4)
        #expect(try !pad(easel).styles.contains(muted.style))
        easel.type("lllkkk")
        #expect(easel.model.palette.entries[3] == muted)
    }

    @Test func aCornerTakesAnotherStyleAndGivesItBack() throws {
        var easel = try four()
        easel.type("b1")
        let before = easel.model.palette
        let first = try pad(easel).styles[0]
        let steps = easel.model.history.past.count
        easel.press(.tab)
        #expect(try pad(easel).corner == 0)
        easel.press(.down)
        let second = try pad(easel).styles[0]
        #expect(second != first)
        #expect(Set(try pad(easel).styles).count == 4)
        #expect(easel.model.palette.entries.first { $0.style == second }?.weight == 100)
        #expect(easel.model.palette.entries.first { $0.style == first }?.weight == 0)
        easel.press(.down)
        #expect(easel.model.history.past.count == steps + 1)
        easel.press(.up)
        easel.press(.up)
        #expect(easel.model.palette == before)
        easel.press(.enter)
        #expect(try pad(easel).corner == nil)
        for _ in 0..<5 { easel.press(.tab) }
        #expect(try pad(easel).corner == nil)
    }

    @Test func clicksGoToCornersAndChooseThem() throws {
        var easel = try four(width: 120, height: 40)
        easel.type("b")
        let corner = try #require(Layout(easel.model).pad(easel.model)).corners[3]
        easel.mouse(.press, row: corner.picture.row, column: corner.picture.column)
        #expect(weights(easel) == [0, 0, 0, 100])
        easel.mouse(.press, row: corner.label.row, column: corner.label.column)
        #expect(try pad(easel).corner == 3)
        let style = try pad(easel).styles[3]
        easel.mouse(.scrollDown, row: corner.label.row, column: corner.label.column)
        #expect(try pad(easel).styles[3] != style)
        #expect(easel.model.recipe.parts.map(\.style) == [try pad(easel).styles[3]])
    }

    @Test func theStrengthIsAtHand() throws {
        var easel = try four()
        easel.type("b]")
        #expect(easel.model.palette.strength == 105)
        easel.type("l")
        #expect(easel.model.palette.strength == 105)
        let track = Layout(easel.model).strengthTrack
        easel.mouse(.press, row: track.row, column: track.column)
        #expect(easel.model.palette.strength == 0)
    }
}
