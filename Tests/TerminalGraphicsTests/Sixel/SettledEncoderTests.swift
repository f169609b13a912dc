import Imaging
import Testing

import TerminalGraphics

@Suite struct SettledEncoderTests {
    private func encoded(_ picture: Picture, registers: Int = 256) throws -> [UInt8] {
        var encoder = SettledSixelEncoder(registers: registers)
        var bytes: [UInt8] = []
        try encoder.encode(picture, into: &bytes)
        return bytes
    }

    @Test func tinyPicturesAreStreamed() throws {
        for (width, height) in [(1, 1), (2000, 5), (5, 7)] {
            let picture = testPicture(width: width, height: height)
            #expect(try encoded(picture) == streamed(picture))
        }
    }

    @Test(arguments: [(96, 60), (43, 49), (350, 6), (1100, 9)])
    func comesNearToThePicture(width: Int, height: Int) throws {
        let picture = testPicture(width: width, height: height, noise: 0.02)
        let decoded = try decodeSixel(encoded(picture))
        #expect(decoded.width == width && decoded.height == height)
        #expect(signalToNoise(decoded, picture) > 27)
    }

    @Test func noLineFeedFollowsTheLastBand() throws {
        for height in [6, 12, 13] {
            let bytes = try encoded(testPicture(width: 400, height: height), registers: 16)
            #expect(bytes.suffix(2).elementsEqual("\u{1B}\\".utf8))
            #expect(bytes.filter { $0 == UInt8(ascii: "-") }.count == (height - 1) / 6)
        }
    }

    @Test func fewRegistersAreEnough() throws {
        let decoded = try decodeSixel(encoded(testPicture(width: 60, height: 36), registers: 2))
        #expect(decoded.width == 60)
        var colours: Set<[Float]> = []
        for pixel in 0..<decoded.pixelCount {
            colours.insert((0..<3).map { decoded.samples[$0 * decoded.pixelCount + pixel] })
        }
        #expect(colours.count <= 2)
    }

    /// What a pixel lacks its neighbours make up for: from afar the tones are right even in few colours.
    @Test(arguments: [4, 16, 64])
    func meansAreKept(registers: Int) throws {
        let picture = testPicture(width: 96, height: 96, noise: 0)
        let decoded = try decodeSixel(encoded(picture, registers: registers))
        // Colours beyond all that were chosen cannot be mixed: the corners are left out.
        let middle = (
            picture.cropped(row: 24, column: 24, width: 48, height: 48),
            decoded.cropped(row: 24, column: 24, width: 48, height: 48)
        )
        for channel in 0..<3 {
            func mean(_ picture: Picture) -> Float {
                let plane = picture.samples[channel * picture.pixelCount..<(channel + 1) * picture.pixelCount]
                return plane.reduce(0, +) / Float(plane.count)
            }
            #expect(abs(mean(middle.0) - mean(middle.1)) < 0.03)
        }
    }

    @Test func samplesOutOfBoundsAreTheNearestColours() throws {
        var picture = testPicture(width: 64, height: 36)
        picture.samples[100] = .nan
        picture.samples[200] = .infinity
        picture.samples[300] = -.infinity
        #expect(try decodeSixel(encoded(picture)).height == 36)
    }

    @Test func whatIsNotWantedIsGivenUpBetweenBands() throws {
        var encoder = SettledSixelEncoder(registers: 64)
        let picture = testPicture(width: 120, height: 60)
        var bytes: [UInt8] = [0x41]
        var bands = 0
        #expect(throws: TerminalError.cancelled) {
            try encoder.encode(picture, into: &bytes) {
                bands += 1
                return bands < 4
            }
        }
        #expect(bands == 4)
        #expect(bytes == [0x41])
        // What was given up leaves no trace in the next one.
        bytes = []
        try encoder.encode(picture, into: &bytes)
        #expect(try bytes == encoded(picture, registers: 64))
    }
}
