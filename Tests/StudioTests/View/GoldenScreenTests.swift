import Foundation
import Studio
import TerminalGraphics
import Testing

/// Whole screens beside their records in `Screens`, what they say above how each cell looks (`RecordingScreen.looks`).
/// `PASTICHE_RECORD_SCREENS=1 swift test` records them anew.
@Suite struct GoldenScreenTests {
    static let sizes = [(60, 20), (80, 24), (120, 40)]

    @Test(arguments: sizes) func easel(width: Int, height: Int) throws {
        try check(.furnished(width: width, height: height), "easel")
    }

    @Test(arguments: sizes) func emptyEasel(width: Int, height: Int) throws {
        try check(Easel(width: width, height: height), "empty")
    }

    @Test(arguments: sizes) func mutedAndSoloed(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("mk7skL")
        easel.press(.tab)
        easel.type("]]o")
        try check(easel, "mute-solo-original")
    }

    @Test(arguments: sizes) func locked(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("gk8mkgJ")
        try check(easel, "locked")
    }

    @Test(arguments: sizes) func moments(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("t")
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        try check(easel, "moments-none")
        for digit in 1...4 {
            easel.press(.backTab)
            easel.press(.backTab)
            easel.press(.backTab)
            easel.type("\(digit).t")
        }
        easel.type("h")
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        try check(easel, "moments")
    }

    @Test(arguments: sizes) func momentsOfOthers(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("9.t")
        easel.send(.photographOpened(path: "/home/ada/pictures/quay.jpg", width: 640, height: 427))
        easel.paint()
        easel.type(".")
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        try check(easel, "moments-others")
    }

    @Test(arguments: sizes) func zoomed(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("zzl")
        easel.send(.detail(.painting(share: 0.4), request: 1))
        try check(easel, "zoomed")
        easel.type("|")
        try check(easel, "zoomed-compare")
    }

    @Test(arguments: sizes) func menuElsewhere(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("v:")
        try check(easel, "menu-variations")
        easel.press(.escape)
        easel.press(.escape)
        easel.type("a:fav")
        try check(easel, "menu-styles")
    }

    @Test(arguments: sizes) func resume(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type(".9.")
        let session = easel.model.session
        easel = try .furnished(width: width, height: height)
        easel.send(.sessionFound(SessionOffer(session: session, time: "yesterday, 14:05")))
        try check(easel, "resume")
    }

    @Test(arguments: sizes) func styleChooser(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("ajjj")
        try check(easel, "styles")
    }

    @Test(arguments: sizes) func filteredStyles(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("a/oil canv")
        try check(easel, "styles-filter")
    }

    @Test(arguments: sizes) func help(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("?")
        try check(easel, "help")
    }

    @Test(arguments: sizes) func menu(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type(":")
        try check(easel, "menu")
        easel.type("sav")
        try check(easel, "menu-filter")
    }

    @Test(arguments: sizes) func tour(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type(":tour")
        easel.press(.enter)
        try check(easel, "tour-first")
        easel.type("ll")
        try check(easel, "tour-third")
        easel.type("l")
        try check(easel, "tour-last")
    }

    @Test(arguments: sizes) func themes(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type(":choose theme")
        easel.press(.enter)
        try check(easel, "themes")
    }

    @Test(arguments: sizes) func messages(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.model.time = TimeOfDay(hour: 9, minute: 5, second: 7)
        easel.type("T")
        easel.model.time = TimeOfDay(hour: 21, minute: 40, second: 12)
        let message =
            "cannot read /home/ada/pictures/2019/a rather long name \u{1B}[2J of a harbour.jpg: "
            + "no such file or directory; check the path and its permissions"
        easel.send(.photographFailed(message: message))
        easel.send(.presetsListed([], problems: ["cannot use the preset /p/broken.toml: line 1; mend the file"]))
        easel.type("M")
        try check(easel, "messages")
    }

    @Test(arguments: sizes) func export(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("e")
        try easel.answerPlan()
        try check(easel, "export")
        for _ in 0..<2 { easel.press(.tab) }
        for _ in 0..<3 { easel.press(.right) }
        for _ in 0..<3 { easel.press(.tab) }
        easel.press(.right)
        try easel.answerPlan()
        try check(easel, "export-size")
        easel.press(.enter)
        try easel.answerPlan(existing: ["/home/ada/pictures/harbour-pastiche.jpg"])
        try check(easel, "export-exists")
        easel.type("y")
        try easel.answerPlan()
        easel.send(.exportProgressed(job: 1, share: 0.42, secondsLeft: 75))
        try check(easel, "export-progress")
    }

    @Test(arguments: sizes) func exports(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("e")
        easel.press(.tab)
        easel.press(.right)
        try easel.answerPlan(photographs: (1...5).map { "/home/ada/pictures/quay \($0).jpg" })
        try check(easel, "export-folder")
        easel.press(.enter)
        try easel.answerPlan(photographs: (1...5).map { "/home/ada/pictures/quay \($0).jpg" })
        easel.send(.exportFinished(job: 1, path: "/home/ada/pictures/quay 1-pastiche.png"))
        easel.send(.exportFailed(job: 2, message: "cannot write quay 2-pastiche.png: no space left on device"))
        easel.send(.exportProgressed(job: 3, share: 0.25, secondsLeft: 30))
        easel.type("EjjC")
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        try check(easel, "exports")
    }

    @Test(arguments: sizes) func presets(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("p")
        easel.send(
            .presetsListed(
                [
                    Preset(name: "Blue hour", summary: "for harbours", recipe: easel.model.recipe),
                    Preset(name: "夜の海", recipe: .init(parts: [.init(style: "great-wave", weight: 1)])),
                ], problems: []))
        try check(easel, "presets")
        easel.type("jd")
        try check(easel, "presets-delete")
    }

    @Test(arguments: sizes) func savePreset(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("wBlue hour")
        easel.send(.presetExists(name: "Blue hour"))
        try check(easel, "save-preset")
    }

    @Test(arguments: sizes) func browser(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("f")
        easel.send(
            .folderListed(
                path: "/home/ada/pictures", folders: ["2019", "写真"],
                photographs: ["harbour.jpg", "wicked\u{1b}[2J.png"]))
        try check(easel, "browser")
    }

    @Test(arguments: sizes) func error(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        let message =
            "cannot read /home/ada/pictures/2019/a rather long name for a photograph of a harbour.jpg: "
            + "no such file or directory; check the path and its permissions"
        easel.send(.photographFailed(message: message))
        try check(easel, "error")
        easel.type("!")
        try check(easel, "error-read")
    }

    @Test(arguments: [(59, 20), (60, 19), (24, 3), (200, 5)]) func tooSmall(width: Int, height: Int) throws {
        try check(.furnished(width: width, height: height), "too-small")
    }

    func check(_ easel: Easel, _ name: String, _ place: SourceLocation = #_sourceLocation) throws {
        let screen = easel.draw()
        #expect(screen.faults == [], sourceLocation: place)
        let record = screen.text + "\n" + screen.looks
        let file = "\(name)-\(easel.model.window.width)x\(easel.model.window.height).txt"
        if ProcessInfo.processInfo.environment["PASTICHE_RECORD_SCREENS"] != nil {
            let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            try Data(record.utf8).write(to: folder.appendingPathComponent("Screens/" + file))
            return
        }
        let stored = try #require(
            Bundle.module.url(forResource: "Screens/" + file, withExtension: nil), "\(file) was never recorded",
            sourceLocation: place)
        let expected = try String(contentsOf: stored, encoding: .utf8)
        #expect(record == expected, "\(file)\n\(record)", sourceLocation: place)
    }
}
