import Imaging
import Testing

import TerminalGraphics

@Suite struct SettledEncoderTests {
    @Test func tinyPicturesAreStreamed() throws {
        for (width, height) in [(1, 1), (2000, 5), (5, 7)] {
            let picture = testPicture(width: width, height: height)
            var bytes: [UInt8] = []
            try SettledSixelEncoder(registers: 256).encode(picture, into: &bytes)
            #expect(bytes == streamed(picture))
        }
    }

    @Test(arguments: [(96, 60), (43, 49), (350, 6), (1100, 9)])
    func comesNearToThePicture(width: Int, height: Int) throws {
        let picture = testPicture(width: width, height: height, noise: 0.02)
        var bytes: [UInt8] = [0x41]
        try SettledSixelEncoder(registers: 256).encode(picture, into: &bytes)
        #expect(bytes.first == 0x41)
        let decoded = try decodeSixel(Array(bytes.dropFirst()))
        #expect(decoded.width == width && decoded.height == height)
        #expect(signalToNoise(decoded, picture) > 27)
    }

    @Test func noLineFeedFollowsTheLastBand() throws {
        for height in [6, 12, 13] {
            var bytes: [UInt8] = []
            try SettledSixelEncoder(registers: 16).encode(testPicture(width: 400, height: height), into: &bytes)
            #expect(bytes.suffix(2).elementsEqual("\u{1B}\\".utf8))
            #expect(bytes.filter { $0 == UInt8(ascii: "-") }.count == (height - 1) / 6)
        }
    }

    @Test func fewRegistersAreEnough() throws {
        var bytes: [UInt8] = []
        let picture = testPicture(width: 60, height: 36)
        try SettledSixelEncoder(registers: 2).encode(picture, into: &bytes)
        #expect(try decodeSixel(bytes).width == 60)
    }
}
