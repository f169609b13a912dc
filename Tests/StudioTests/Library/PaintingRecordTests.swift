import Files
import Imaging
import Studio
import StyleTransfer
import Testing

@Suite struct PaintingRecordTests {
    private let record = PaintingRecord(
        recipe: Recipe(
            parts: [.init(style: "starry-night", weight: 0.1 + 0.2), .init(style: "great-wave", weight: 1e-7)],
            strength: 0.95, stroke: 320, keptColours: KeptColours(amount: 0.35, by: .overall)),
        photograph: .init(path: "/home/ada/\"夜\"\n.jpg", size: PictureSize(width: 640, height: 427)), longSide: 2000)

    private func write(_ note: String?, _ name: String, in folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/" + name
        try Picture(width: 4, height: 3).write(
            to: path, as: PictureEncoding(path: name), replacingExisting: true, metadata: PictureMetadata(note: note))
        return path
    }

    @Test(arguments: ["a.png", "a.jpg"]) func comesBackExactly(name: String) throws {
        let folder = try TemporaryFolder()
        #expect(try PaintingRecord.read(write(record.text, name, in: folder)) == record)
        var bare = record
        bare.photograph = nil
        bare.recipe.stroke = nil
        bare.recipe.keptColours = .none
        #expect(try PaintingRecord.find(in: write(bare.text, name, in: folder)) == bare)
    }

    @Test func isReadableByHand() {
        let plain = PaintingRecord(
            recipe: Recipe(parts: [.init(style: "scream", weight: 0.6)]), photograph: "/home/ada/harbour.jpg",
            size: PictureSize(width: 640, height: 427), painting: PictureSize(width: 300, height: 200))
        #expect(
            plain.text == """
                # How this picture was painted; `pastiche open` restores it.
                version = 1
                strength = 1.0

                [[styles]]
                id = "scream"
                weight = 0.6

                [photograph]
                path = "/home/ada/harbour.jpg"
                width = 640
                height = 427

                [painting]
                long-side = 300

                """)
    }

    @Test func aPictureWithoutOneIsSaid() throws {
        let folder = try TemporaryFolder()
        let path = try write(nil, "a.png", in: folder)
        #expect(try PaintingRecord.find(in: path) == nil)
        #expect(throws: PaintingRecordError.missing(path: path)) { try PaintingRecord.read(path) }
        #expect(throws: FileError.self) { try PaintingRecord.find(in: folder.path + "/none.png") }
    }

    @Test(arguments: [
        "", "strength = ", "strength = 9", "version = 'one'", "[[styles]]\nweight = 1",
        "[[styles]]\nid = 'a'\nweight = nan", "[photograph]\npath = 3", "[painting]\nlong-side = 'x'",
        String(repeating: "[", count: 50_000), "a = " + String(repeating: "{b=", count: 10_000),
    ])
    func hostileTextIsOneLineAtMost(text: String) throws {
        let folder = try TemporaryFolder()
        let path = try write(text, "a.png", in: folder)
        do {
            let record = try PaintingRecord.read(path)
            #expect(text.isEmpty && record.recipe.isPhotograph)
        } catch let error as PaintingRecordError {
            #expect(!text.isEmpty)
            #expect(!error.description.contains("\n") && error.description.contains("a.png"))
        }
    }

    @Test func aLaterVersionIsSaid() throws {
        let folder = try TemporaryFolder()
        let path = try write("version = 2\nstyles = 'another way'", "a.jpg", in: folder)
        #expect(throws: PaintingRecordError.unknownVersion(path: path, version: 2)) { try PaintingRecord.read(path) }
    }

    @Test func thePhotographIsLookedForInTwoPlaces() throws {
        let folder = try TemporaryFolder()
        let painting = folder.path + "/painting.png"
        var record = record
        record.photograph?.path = "/nowhere/at/all/photo.jpg"
        #expect(record.photographPath(besidePainting: painting) == nil)
        try folder.write("", "photo.jpg")
        #expect(record.photographPath(besidePainting: painting) == folder.path + "/photo.jpg")
        try folder.write("", "other.jpg")
        record.photograph?.path = folder.path + "/other.jpg"
        #expect(record.photographPath(besidePainting: "/elsewhere/painting.png") == folder.path + "/other.jpg")
        // A folder is no photograph.
        record.photograph?.path = folder.path
        #expect(record.photographPath(besidePainting: painting) == nil)
    }
}
