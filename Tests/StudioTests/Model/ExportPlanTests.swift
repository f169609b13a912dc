import Studio
import StyleTransfer
import Testing

@Suite struct ExportPlanTests {
    private func plan(_ path: String, folder: Bool = false) throws -> ExportPlan {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.character("u"), control: true)
        easel.type(path)
        if folder {
            easel.press(.tab)
            easel.press(.right)
        }
        return try #require(easel.plan)
    }

    private func paths(
        _ path: String, _ photographs: [String], existing: Set<String> = []
    ) throws -> [String] {
        try plan(path, folder: photographs.count > 1).outputs(photographs: photographs, date: "2026-11-22") {
            existing.contains($0)
        }.outputs.map(\.path)
    }

    @Test(arguments: [
        ("/o/{photo}-{style}-{date}", "/o/a.b-starry-night+great-wave+scream-2026-11-22.png"),
        ("/o/x", "/o/x.png"), ("/o/x.png", "/o/x.png"), ("/o/x.JPG", "/o/x.JPG"), ("/o/x.tiff", "/o/x.tiff.png"),
        ("/o/{date}/{photo}", "/o/2026-11-22/a.b.png"), ("/o/{number}", "/o/001.png"),
    ]) func wordsAreReplaced(template: String, path: String) throws {
        #expect(try paths(template, ["/p/a.b.jpg"]) == [path])
    }

    @Test func numbersAreTheFirstFreeOnes() throws {
        let existing: Set = ["/o/001.png", "/o/003.png"]
        #expect(try paths("/o/{number}", ["/p/a.jpg"], existing: existing) == ["/o/002.png"])
    }

    @Test func aFolderComesToTheSameNumbersAgain() throws {
        let photographs = ["/p/a.jpg", "/p/b.jpg", "/p/c.jpg"]
        for template in ["/p/{number}", "/p/{photo}-{number}", "/p/{number}{photo}{number}", "/p/{date}_{number}"] {
            let first = try paths(template, photographs)
            #expect(first[2].contains("003"))
            // The second run finds the paintings of the first among the photographs, and is told of them.
            let outputs = try plan(template, folder: true).outputs(
                photographs: (photographs + first).sorted(), date: "2026-11-22"
            ) { first.contains($0) }
            #expect(outputs.outputs.map(\.photograph) == photographs)
            #expect(outputs.outputs.map(\.path) == first)
            #expect(outputs.existing == first)
        }
    }

    @Test func photographsWithNumbersOfTheirOwnStay() throws {
        let photographs = ["/p/001.jpg", "/p/12.png", "/p/a-001.png", "/p/a.jpg"]
        #expect(
            try paths("/p/{number}", photographs) == ["/p/001.png", "/p/002.png", "/p/003.png", "/p/004.png"])
        #expect(try paths("/p/{photo}-{number}", photographs).count == 3)
    }

    @Test func paintingsOfAFolderAreNotPaintedAgain() throws {
        let photographs = ["/p/a.jpg", "/p/a-pastiche.png", "/p/b.jpg"]
        #expect(
            try paths("/p/{photo}-pastiche", photographs) == ["/p/a-pastiche.png", "/p/b-pastiche.png"])
    }

    @Test func photographsThatWouldBecomeOneFileAreNamed() throws {
        let problem = #expect(throws: ExportPlanProblem.self) { try paths("/o/{photo}", ["/p/a.jpg", "/p/a.jpeg"]) }
        #expect(problem?.reason.contains("a.jpg and a.jpeg would both become a.png") == true)
    }

    @Test func anEmptyFolderAndALongNameAreSaid() throws {
        let folder = try plan("/o/{photo}", folder: true)
        #expect(throws: ExportPlanProblem.self) { try folder.outputs(photographs: [], date: "") { _ in false } }
        let long = "/p/" + String(repeating: "x", count: 300) + ".jpg"
        #expect(throws: ExportPlanProblem.self) { try paths("/o/{photo}", [long]) }
    }

    @Test func aFolderNeedsNamesThatDiffer() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.character("u"), control: true)
        easel.type("/o/same")
        easel.press(.tab)
        easel.press(.right)
        #expect(easel.draw().text.contains("Many pictures need {photo}"))
    }

    @Test(arguments: [
        ("A4", ExportSize.within(longSide: 3508, shortSide: 2480)), (" a5 ", .within(longSide: 2480, shortSide: 1748)),
        ("20 cm", .longSide(2362)), ("20", .longSide(2362)), ("10x15", .within(longSide: 1772, shortSide: 1181)),
        ("15 × 10 cm", .within(longSide: 1772, shortSide: 1181)), ("12,5cm", .longSide(1476)),
    ]) func printsAreMeasured(text: String, size: ExportSize) throws {
        var easel = try printing(text)
        #expect(easel.plan?.size == size)
        #expect(easel.plan?.dotsPerInch == 300)
        easel.press(.enter)
        #expect(easel.model.message == nil)
    }

    @Test(arguments: ["", "A9", "0", "-3", "nan", "1x2x3", "10x", "inf", "1e9", "300 cm"])
    func whatIsNoPrintIsSaid(text: String) throws {
        var easel = try printing(text)
        easel.press(.enter)
        #expect(easel.model.message?.kind == .warning)
    }

    private func printing(_ text: String) throws -> Easel {
        var easel = try Easel.furnished()
        easel.type("e")
        for _ in 0..<2 { easel.press(.tab) }
        for _ in 0..<2 { easel.press(.right) }
        easel.press(.tab)
        easel.press(.character("u"), control: true)
        easel.type(text)
        return easel
    }
}
