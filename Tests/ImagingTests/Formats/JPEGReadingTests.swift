import Testing

import Imaging

@Suite struct JPEGReadingTests {
    @Test(arguments: ["rgb.jpg", "progressive.jpg", "cmyk-adobe.jpg", "cmyk-plain.jpg", "ycck.jpg"])
    func coloursAreThere(name: String) throws {
        let picture = try Fixtures.picture(name)
        #expect(picture.alpha == nil)
        #expect(picture.peakSignalToNoiseRatio(to: Fixtures.smoothPicture()) > 38, "\(name)")
    }

    @Test func halvedColourResolution() throws {
        #expect(try Fixtures.picture("subsampled.jpg").peakSignalToNoiseRatio(to: Fixtures.smoothPicture()) > 30)
    }

    @Test func greyFillsAllPlanes() throws {
        let smooth = Fixtures.smoothPicture()
        let expected = Fixtures.picture { _, x, y in smooth[0, y, x] }
        #expect(try Fixtures.picture("grey.jpg").peakSignalToNoiseRatio(to: expected) > 40)
    }

    @Test(arguments: 1...8)
    func orientationsStandUpright(orientation: Int) throws {
        let name = "orientation-\(orientation).jpg"
        let picture = try Fixtures.picture(name)
        #expect(picture.size == PictureSize(width: Fixtures.width, height: Fixtures.height))
        #expect(picture.peakSignalToNoiseRatio(to: Fixtures.smoothPicture()) > 38)
        #expect(try Picture.size(ofFile: Fixtures.path(name)) == picture.size)
    }

    @Test func aSenselessOrientationIsIgnored() throws {
        #expect(try Fixtures.picture("orientation-wild.jpg") == Fixtures.picture("rgb.jpg"))
    }

    @Test(arguments: ["damaged-truncated.jpg", "damaged-progressive.jpg", "damaged-header.jpg"])
    func aShortFileIsCalledSo(name: String) throws {
        let path = try Fixtures.path(name)
        #expect(throws: PictureError.truncated(name: path)) { try Picture.read(path: path) }
    }

    @Test func damagedPixelsAreNotShown() throws {
        let path = try Fixtures.path("damaged-pixels.jpg")
        let error = #expect(throws: PictureError.self) { try Picture.read(path: path) }
        guard case .damaged(path, let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.contains("Corrupt JPEG data"))
    }

    @Test func rubbishBetweenSegmentsDoesNoHarm() throws {
        var bytes = try Fixtures.bytes("rgb.jpg")
        bytes.insert(contentsOf: [1, 2, 3, 4], at: bytes.count - 2)
        let picture = try Picture.decode(bytes, name: "photo.jpg")
        #expect(try picture == Fixtures.picture("rgb.jpg"))
    }
}
