import Testing

import Imaging

@Suite struct PictureFormatTests {
    @Test func namesPromiseAFormat() {
        #expect(PictureFormat(path: "a.png") == .png)
        #expect(PictureFormat(path: "/x.y/b.JPG") == .jpeg)
        #expect(PictureFormat(path: "c.b.jpeg") == .jpeg)
        for name in ["", "png", ".png", "a.gif", "a.png/", "a.png/b", "a."] {
            #expect(PictureFormat(path: name) == nil, "\(name)")
        }
    }

    @Test func contentShowsAFormat() throws {
        #expect(try PictureFormat(firstBytes: Fixtures.bytes("rgb-8.png")) == .png)
        #expect(try PictureFormat(firstBytes: Fixtures.bytes("rgb.jpg")) == .jpeg)
        #expect(PictureFormat(firstBytes: [0xFF, 0xD8]) == nil)
        #expect(PictureFormat(firstBytes: []) == nil)
    }

    @Test func contentDecidesNotTheName() throws {
        let picture = try Picture.decode(Fixtures.bytes("rgb-8.png"), name: "photo.jpg")
        #expect(try picture == Fixtures.picture("rgb-8.png"))
    }

    @Test func outputsAreEncodedByTheirEnding() throws {
        #expect(try PictureEncoding(path: "a.PNG", bitDepth: 16) == .png(bitDepth: 16))
        #expect(try PictureEncoding(path: "a.jpg", quality: 80) == .jpeg(quality: 80))
        let error = #expect(throws: PictureError.unknownEnding(path: "a.gif")) { try PictureEncoding(path: "a.gif") }
        #expect(error?.exitStatus == .usage)
    }
}
