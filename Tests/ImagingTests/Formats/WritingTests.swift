import Files
import Foundation
import Testing

import Imaging

@Suite struct WritingTests {
    /// Samples that 8 or 16 bits hold exactly.
    private func exact(depth: Int, hasAlpha: Bool) -> Picture {
        Fixtures.picture(hasAlpha: hasAlpha) { channel, x, y in
            Float(Fixtures.sample(channel, x, y, depth: depth)) / Float((1 << depth) - 1)
        }
    }

    @Test(arguments: [8, 16], [false, true])
    func aPNGReturnsEverySample(depth: Int, hasAlpha: Bool) throws {
        let picture = exact(depth: depth, hasAlpha: hasAlpha)
        let bytes = try picture.encoded(as: .png(bitDepth: depth))
        #expect(try Picture.decode(bytes, name: "a.png") == picture)
    }

    @Test func every16BitValueSurvives() throws {
        let values = (0...65535).map { Float($0) / 65535 }
        let picture = Picture(width: 256, height: 256, samples: values + values.reversed() + values)
        let bytes = try picture.encoded(as: .png(bitDepth: 16))
        #expect(try Picture.decode(bytes, name: "a.png") == picture)
    }

    @Test func samplesAreRoundedAndClamped() throws {
        let samples: [Float] = [-1, .nan, 2, .infinity, 0.5 / 255 + 1e-4, 0.5 / 255 - 1e-4]
        let picture = Picture(width: 2, height: 1, samples: samples)
        #expect(picture.interleavedBytes() == [0, 255, 1, 0, 255, 0])
        let back = try Picture.decode(picture.encoded(as: .png(bitDepth: 8)), name: "a.png")
        #expect(back.interleavedBytes() == picture.interleavedBytes())
    }

    @Test func aPNGIsMarkedAsSRGB() throws {
        let bytes = try exact(depth: 8, hasAlpha: false).encoded(as: .png(bitDepth: 8))
        #expect(String(decoding: bytes.prefix(80), as: UTF8.self).contains("sRGB"))
    }

    @Test func aJPEGComesCloserWithQuality() throws {
        let picture = Fixtures.smoothPicture().resized(width: 84, height: 52)
        var last = 0.0
        for quality in [20, 60, 95] {
            let bytes = try picture.encoded(as: .jpeg(quality: quality))
            let ratio = try Picture.decode(bytes, name: "a.jpg").peakSignalToNoiseRatio(to: picture)
            #expect(ratio > last)
            last = ratio
        }
        #expect(last > 40)
    }

    @Test func highQualityKeepsTheFullColourResolution() throws {
        // Red and blue columns in turn: halved colour resolution would make them all purple.
        let picture = Fixtures.picture { channel, x, _ in channel == (x % 2 == 0 ? 0 : 2) ? 1 : 0 }
        let fine = try Picture.decode(picture.encoded(as: .jpeg(quality: 90)), name: "a.jpg")
        let coarse = try Picture.decode(picture.encoded(as: .jpeg(quality: 89)), name: "a.jpg")
        #expect(fine.peakSignalToNoiseRatio(to: picture) > 20)
        #expect(coarse.peakSignalToNoiseRatio(to: picture) < 15)
    }

    @Test func aJPEGShowsTransparencyAsWhite() throws {
        var picture = Picture(width: 32, height: 32, red: 0.2, green: 0.3, blue: 0.4)
        picture.alpha = (0..<1024).map { $0 % 32 < 16 ? 0 : 1 }
        let back = try Picture.decode(picture.encoded(as: .jpeg(quality: 95)), name: "a.jpg")
        #expect(abs(back[0, 8, 4] - 1) < 0.02)
        #expect(abs(back[2, 8, 4] - 1) < 0.02)
        #expect(abs(back[0, 8, 28] - 0.2) < 0.02)
        #expect(abs(back[2, 8, 28] - 0.4) < 0.02)
    }

    @Test func whatAFormatCannotHoldIsRefused() {
        let picture = Picture(width: 65_501, height: 1)
        let error = #expect(throws: PictureError.self) { try picture.encoded(as: .jpeg(quality: 90)) }
        #expect(error?.description.contains("65501 x 1 pixels are more than the 65500 per side") == true)
        #expect(error?.exitStatus == .dataError)
        for encoding in [PictureEncoding.png(bitDepth: 12), .jpeg(quality: 0), .jpeg(quality: 101)] {
            let error = #expect(throws: PictureError.self) { try Fixtures.smoothPicture().encoded(as: encoding) }
            #expect(error?.exitStatus == .usage)
        }
    }

    @Test func filesAreWrittenWholeOrNotAtAll() throws {
        let folder = NSTemporaryDirectory() + "pastiche-imaging-" + UUID().uuidString
        try makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/a.png"
        let picture = exact(depth: 8, hasAlpha: false)

        #expect(throws: PictureError.self) {
            try picture.write(to: path, as: .jpeg(quality: 0), replacingExisting: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)

        try picture.write(to: path, as: .png(bitDepth: 8), replacingExisting: false)
        let other = Picture(width: 1, height: 1)
        #expect(throws: FileError.exists(path: path)) {
            try other.write(to: path, as: .png(bitDepth: 8), replacingExisting: false)
        }
        #expect(try Picture.read(path: path) == picture)
        try other.write(to: path, as: .png(bitDepth: 8), replacingExisting: true)
        #expect(try Picture.read(path: path) == other)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.png"])
    }
}
