import Studio
import StyleTransfer
import Testing

@Suite struct ModelExportTests {
    private static let folder = (1...3).map { "/home/ada/pictures/\($0).jpg" }

    /// Three photographs of a folder on their way.
    private func busy() throws -> Easel {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.tab)
        easel.press(.right)
        easel.press(.enter)
        try easel.answerPlan(photographs: Self.folder)
        return easel
    }

    @Test(arguments: [
        ("/opt/share/photographs/palace.jpg", "/home/ada/{photo}-pastiche"),
        ("/home/ada/pictures/palace.jpg", "/home/ada/pictures/{photo}-pastiche"),
        ("palace.jpg", "{photo}-pastiche"), ("/palace", "/{photo}-pastiche"),
        ("/home/{eva}/palace.jpg", "/home/ada/{photo}-pastiche"),
    ])
    func paintingsAreOfferedForAPlaceOfTheUsers(photograph: String, painting: String) {
        let model = StudioModel(
            styles: [], window: .init(width: 80, height: 24), folder: "/home/ada",
            shippedPhotographs: "/opt/share/photographs")
        #expect(model.exportTemplate(for: photograph) == painting)
    }

    @Test(arguments: [
        ("/p/harbour.jpg", "/p/harbour-pastiche.png"), ("harbour.jpg", "harbour-pastiche.png"),
        ("/harbour", "/harbour-pastiche.png"), ("/p/.hidden", "/p/.hidden-pastiche.png"),
        ("/p.q/a.b.tiff", "/p.q/a.b-pastiche.png"),
    ]) func exportsGoBesideThePhotograph(photograph: String, path: String) throws {
        var easel = try Easel()
        easel.send(.photographOpened(path: photograph, width: 4, height: 4))
        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        let request = try #require(easel.begunExports.first)
        #expect(request.path == path && request.photograph == photograph)
        #expect(request.recipe == easel.model.recipe && request.carriesRecipe && request.size == .original)
        #expect(easel.model.dialog == nil)
    }

    @Test func everyChoiceReachesTheExport() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.character("u"), control: true)
        easel.type("~/out/{style}.jpg")
        for _ in 0..<2 { easel.press(.tab) }
        for _ in 0..<2 { easel.press(.right) }
        easel.press(.tab)
        easel.press(.character("u"), control: true)
        easel.type("a5")
        for _ in 0..<3 { easel.press(.tab) }
        easel.press(.character("u"), control: true)
        easel.type("80")
        easel.press(.tab)
        easel.type(" ")
        easel.press(.enter)
        try easel.answerPlan()
        let request = try #require(easel.begunExports.first)
        #expect(request.path == "~/out/starry-night+great-wave+scream.jpg")
        #expect(request.size == .within(longSide: 2480, shortSide: 1748))
        #expect(request.quality == 80 && request.dotsPerInch == 300 && !request.carriesRecipe)

        // The next form begins with the same choices.
        easel.send(.exportFinished(job: request.number, path: request.path))
        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        let next = try #require(easel.begunExports.last)
        #expect(next.path == "/home/ada/pictures/harbour-pastiche.jpg")
        #expect(next.size == request.size && next.quality == 80 && !next.carriesRecipe)
    }

    @Test func theScreensSizeAndPixelsCanBeChosen() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        for _ in 0..<2 { easel.press(.tab) }
        easel.press(.right)
        #expect(easel.plan?.size == .longSide(easel.requests.last?.width ?? 0))
        for _ in 0..<2 { easel.press(.right) }
        easel.press(.tab)
        easel.press(.character("u"), control: true)
        easel.type("9")
        easel.press(.enter)
        #expect(easel.model.message?.kind == .warning)
        easel.type("00")
        #expect(easel.plan?.size == .longSide(900))
    }

    @Test(arguments: [
        ("", "file name"), ("a/", "file name is missing"), ("{phot}", "{phot} is none of"), ("a{photo", "partner"),
        ("a}b", "partner"),
    ]) func aWrongNameIsSaid(name: String, reason: String) throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.character("u"), control: true)
        easel.type(name)
        easel.press(.enter)
        #expect(easel.model.message?.text.contains(reason) == true)
        #expect(easel.model.exports.jobs.isEmpty)
    }

    @Test func nothingIsReplacedWithoutAQuestion() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.enter)
        let existing: Set = ["/home/ada/pictures/harbour-pastiche.png"]
        try easel.answerPlan(existing: existing)
        #expect(easel.begunExports.isEmpty)
        #expect(easel.draw().text.contains("It exists. Replace it?"))
        easel.type("n")
        #expect(easel.draw().text.contains("exists · harbour-pastiche.png"))
        easel.press(.enter)
        try easel.answerPlan(existing: existing)
        easel.type("y")
        try easel.answerPlan(existing: existing)
        #expect(easel.begunExports.map(\.replacing) == [true])
    }

    @Test func aLateAnswerBeginsNothing() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        let old = try #require(easel.plan)
        easel.press(.enter)
        easel.type("x")
        try easel.send(.exportPlanned(old, .outputs(old.outputs(photographs: ["/a.jpg"], date: "") { _ in false })))
        #expect(easel.begunExports.isEmpty)
        try easel.answerPlan()
        #expect(easel.begunExports.isEmpty)
        guard case .export = easel.model.dialog else {
            Issue.record("the form is gone")
            return
        }
    }

    @Test func aFolderIsPaintedOneAfterTheOther() throws {
        var easel = try busy()
        #expect(easel.begunExports.map(\.number) == [1])
        easel.send(.exportProgressed(job: 1, share: 0.5, secondsLeft: 10))
        #expect(easel.model.exports.secondsLeft == 50)
        #expect(easel.draw().text.contains("Exporting 1 of 3"))
        // The studio stays an instrument meanwhile.
        easel.type("l")
        #expect(easel.model.palette.entries[easel.model.focus.index].weight == 55)
        easel.send(.exportFinished(job: 1, path: "/home/ada/pictures/1-pastiche.png"))
        #expect(easel.begunExports.map(\.number) == [1, 2])
        easel.send(.exportFailed(job: 2, message: "cannot write 2: no space left on device; choose another place"))
        #expect(easel.model.message?.kind == .error)
        #expect(easel.begunExports.map(\.number) == [1, 2, 3])
        easel.send(.exportFinished(job: 3, path: "/home/ada/pictures/3-pastiche.png"))
        #expect(easel.model.message?.text == "Exported 2 of 3 pictures into /home/ada/pictures; 1 failed, E shows why.")
        easel.type("E")
        easel.type("j")
        easel.press(.enter)
        #expect(easel.model.dialog == .message)
        #expect(easel.model.message?.text.contains("no space left") == true)
        easel.press(.escape)
        easel.press(.escape)
        #expect(easel.model.dialog == nil)
    }

    @Test func moreCanBeAddedWhileOneRuns() throws {
        var easel = try busy()
        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        #expect(easel.model.exports.jobs.map(\.request.number) == [1, 2, 3, 4])
        #expect(easel.begunExports.count == 1)
    }

    @Test func theOnlyExportIsCancelledByKeyAndButton() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        easel.type("c")
        #expect(easel.latest == [.cancelExport(job: 1)])
        #expect(easel.draw().text.contains("Cancelling "))
        easel.press(.escape)
        #expect(easel.latest.isEmpty)
        easel.send(.exportCancelled(job: 1))
        #expect(!easel.model.exports.isBusy)
        #expect(easel.model.message?.text.contains("cancelled") == true)

        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        let line = easel.draw().text.split(separator: "\n", omittingEmptySubsequences: false)[22]
        let button = try #require(line.range(of: "c cancel"))
        easel.mouse(.press, row: 22, column: line.distance(from: line.startIndex, to: button.lowerBound))
        #expect(easel.latest == [.cancelExport(job: 2)])
    }

    @Test func ofSeveralOneOrAllAreCancelled() throws {
        var easel = try busy()
        easel.type("c")
        guard case .exports = easel.model.dialog else {
            Issue.record("the queue is not shown")
            return
        }
        easel.type("jc")
        #expect(easel.latest.isEmpty)
        #expect(easel.model.exports.jobs.map(\.state).filter { $0 == .cancelled }.count == 1)
        easel.type("C")
        #expect(easel.latest == [.cancelExport(job: 1)])
        easel.send(.exportCancelled(job: 1))
        #expect(!easel.model.exports.isBusy)
        #expect(easel.begunExports.count == 1)
    }

    @Test func aFormThatFailedComesBack() throws {
        var easel = try Easel.furnished()
        easel.type("e")
        easel.press(.enter)
        try easel.answerPlan()
        easel.send(.exportFailed(job: 1, message: "cannot read harbour.jpg: no such file or directory"))
        #expect(easel.model.message?.kind == .error)
        guard case .export(let form) = easel.model.dialog else {
            Issue.record("the form did not come back")
            return
        }
        #expect(form.path.text == "/home/ada/pictures/{photo}-pastiche")
    }

    @Test func quittingAsksWhileOneRuns() throws {
        var easel = try busy()
        easel.type("q")
        #expect(easel.model.dialog == .confirmQuit)
        easel.type("y")
        #expect(easel.latest == [.cancelExport(job: 1), .quit])
    }
}
