import Imaging
import Studio
import StyleTransfer
import Testing

@Suite struct ModelRestoringTests {
    private let recipe = Recipe(
        parts: [.init(style: "scream", weight: 0.3), .init(style: "reverie", weight: 0.755)], strength: 0.9)

    private func painting(photograph: String?, recipe: Recipe? = nil) -> RestoredPainting {
        let record = PaintingRecord(
            recipe: recipe ?? self.recipe,
            photograph: .init(path: "/home/ada/pictures/quay.jpg", size: PictureSize(width: 640, height: 427)),
            longSide: 640)
        return RestoredPainting(path: "/home/ada/paintings/quay-pastiche.png", record: record, photograph: photograph)
    }

    private func read(_ painting: RestoredPainting) -> Event {
        .pictureRead(path: painting.path, painting: painting, problem: nil)
    }

    @Test func aChosenPaintingBringsEverythingBack() throws {
        var easel = try Easel.furnished()
        easel.type("f")
        easel.send(.folderListed(path: "/home/ada/pictures", folders: [], photographs: ["quay-pastiche.png"]))
        easel.press(.enter)
        #expect(easel.latest == [.readPicture(path: "/home/ada/pictures/quay-pastiche.png")])
        easel.send(read(painting(photograph: "/home/ada/pictures/quay.jpg")))
        #expect(easel.latest.contains(.openPhotograph(path: "/home/ada/pictures/quay.jpg")))
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette.entries.map(\.style) == ["scream", "reverie"])
        #expect(easel.model.palette.entries.map(\.weight) == [30, 76])
        #expect(easel.model.palette.strength == 90)
        #expect(easel.model.message?.text.contains("quay-pastiche.png") == true)
        easel.type("u")
        #expect(easel.model.palette.entries.count == 3)
    }

    @Test func aPhotographThatIsGoneIsAskedFor() throws {
        var easel = try Easel.furnished()
        easel.send(read(painting(photograph: nil)))
        #expect(easel.latest.contains(.listFolder(path: "/home/ada/paintings")))
        #expect(easel.model.palette.entries.map(\.style) == ["scream", "reverie"])
        let message = try #require(easel.model.message)
        #expect(message.kind == .warning && message.text.contains("/home/ada/pictures/quay.jpg"))
        // What is chosen now is the photograph, even if it is a painting.
        easel.send(.folderListed(path: "/home/ada/paintings", folders: [], photographs: ["quay-pastiche.png"]))
        easel.press(.enter)
        #expect(easel.latest == [.openPhotograph(path: "/home/ada/paintings/quay-pastiche.png")])
        easel.send(.photographOpened(path: "/home/ada/paintings/quay-pastiche.png", width: 4, height: 3))
        #expect(easel.model.dialog == nil)
        #expect(easel.model.palette.entries.map(\.style) == ["scream", "reverie"])
    }

    @Test func aRecordOfNoUseIsSaidAndThePictureOpened() throws {
        var easel = try Easel()
        easel.send(.pictureRead(path: "/p/a.png", painting: nil, problem: "cannot use the recipe in a.png: why"))
        #expect(easel.latest.contains(.openPhotograph(path: "/p/a.png")))
        #expect(easel.model.message?.kind == .warning)
        easel.send(.photographOpened(path: "/p/a.png", width: 4, height: 3))
        #expect(easel.model.message?.text == "cannot use the recipe in a.png: why")
    }

    @Test func aStyleThatIsNotHereIsNamed() throws {
        var easel = try Easel()
        let recipe = Recipe(parts: [.init(style: "lost", weight: 1), .init(style: "scream", weight: 1)])
        easel.send(read(painting(photograph: "/p/a.jpg", recipe: recipe)))
        #expect(easel.model.palette.entries.map(\.style) == ["scream"])
        #expect(easel.model.message?.text.contains("lost") == true)
    }

    @Test func aSessionBeginsWithAPainting() throws {
        var easel = try Easel()
        let effects = easel.model.start(restoring: painting(photograph: "/home/ada/pictures/quay.jpg"))
        #expect(effects.contains(.openPhotograph(path: "/home/ada/pictures/quay.jpg")))
        #expect(easel.model.recipe.parts.count == 2)
        easel.type("u")
        #expect(easel.model.recipe.parts.count == 2)
    }

    @Test func aRelativePaintingIsLookedForInTheWorkingFolder() throws {
        var easel = try Easel()
        var painting = painting(photograph: nil)
        painting.path = "out.png"
        #expect(easel.model.start(restoring: painting).first == .listFolder(path: "/home/ada/pictures"))
        painting.path = "sub/out.png"
        #expect(easel.model.start(restoring: painting).first == .listFolder(path: "/home/ada/pictures/sub"))
    }
}
