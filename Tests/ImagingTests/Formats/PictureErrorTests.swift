import Files
import Foundation
import Testing

import Imaging

@Suite struct PictureErrorTests {
    private func failure(_ name: String) throws -> any UserFacingError {
        let error = #expect(throws: (any Error).self) { try Picture.read(path: Fixtures.path(name)) }
        return try #require(error as? any UserFacingError)
    }

    @Test func aMissingFileIsAFileError() throws {
        let path = try Fixtures.path("nowhere.png")
        #expect(throws: FileError.cannotRead(path: path, code: ENOENT)) { try Picture.read(path: path) }
    }

    @Test func filesThatAreNoPictures() throws {
        #expect(try failure("empty.png").description.hasSuffix("empty.png: the file is empty; choose another picture"))
        #expect(try failure("text.png").description.contains("text.png: it is not a PNG or JPEG picture"))
        for name in ["empty.png", "text.png"] { #expect(try failure(name).exitStatus == .dataError) }
    }

    @Test(arguments: ["huge.png", "huge.jpg"])
    func hugePicturesAreRefusedByTheirHeader(name: String) throws {
        let path = try Fixtures.path(name)
        let expected = PictureError.tooLarge(name: path, width: 60000, height: 60000, limit: 100_000_000)
        #expect(throws: expected) { try Picture.read(path: path) }
        #expect(expected.description.contains("it is 3600 megapixels; the limit is 100 megapixels;"))
        #expect(try Picture.size(ofFile: path) == PictureSize(width: 60000, height: 60000))
    }

    @Test func theLargestHeaderDoesNotOverflow() throws {
        let path = try Fixtures.path("huge-16.png")
        let error = #expect(throws: PictureError.self) {
            try Picture.read(path: path, limits: PictureLimits(maximumPixels: .max))
        }
        #expect(error == .tooLarge(name: path, width: 0x7FFF_FFFF, height: 0x7FFF_FFFF, limit: 1 << 32))
    }

    @Test func theLimitIsTheCallers() throws {
        let bytes = try Fixtures.bytes("rgb-8.png")
        let pixels = Fixtures.width * Fixtures.height
        #expect(throws: Never.self) {
            try Picture.decode(bytes, name: "a.png", limits: PictureLimits(maximumPixels: pixels))
        }
        let error = #expect(throws: PictureError.self) {
            try Picture.decode(bytes, name: "a.png", limits: PictureLimits(maximumPixels: pixels - 1))
        }
        #expect(error?.description.contains("a.png: it is 273 pixels; the limit is 272 pixels") == true)
    }

    @Test func justOverTheLimitReadsSo() {
        let error = PictureError.tooLarge(name: "a.png", width: 10_000, height: 10_001, limit: 100_000_000)
        #expect(error.description.contains("it is 100.1 megapixels; the limit is 100 megapixels"))
    }

    @Test func errorsAreOneHarmlessLine() {
        let name = "a\u{1B}[2J\n.png"
        let errors: [PictureError] = [
            .empty(name: name), .notAPicture(name: name), .truncated(name: name),
            .damaged(name: name, reason: "\u{1B}\n"), .tooLarge(name: name, width: 1, height: 1, limit: 1),
            .unknownEnding(path: name), .unsupportedEncoding(reason: "x"),
            .tooLargeForFormat(format: .jpeg, width: 1, height: 1, limit: 1),
            .cannotEncode(format: .png, reason: "\u{7}\n"),
        ]
        for error in errors {
            #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 })
        }
    }
}
