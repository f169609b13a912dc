import Imaging
import Testing

import TerminalGraphics

/// What the writer should show, pixel by pixel in the plainest way.
private func quantised(_ picture: Picture, _ palette: UniformPalette) -> Picture {
    let mask = DitherMask.blueNoise
    var result = picture
    for row in 0..<picture.height {
        for column in 0..<picture.width {
            let place = row % mask.side * mask.side + column % mask.side
            func level(_ channel: Int, _ threshold: Float, _ levels: Int) -> Int {
                let sample = picture[channel, row, column]
                let exact = min(max(sample.isNaN ? 0 : sample, 0), 1) * Float(levels - 1) + threshold
                return Int(exact.rounded(.toNearestOrEven))
            }
            let red = level(0, mask.red[place], palette.red)
            let green = level(1, mask.green[place], palette.green)
            let blue = level(2, mask.blue[place], palette.blue)
            let percents = palette.percents((red * palette.green + green) * palette.blue + blue)
            for (channel, percent) in [percents.red, percents.green, percents.blue].enumerated() {
                // Percent to bytes as libsixel does it.
                result[channel, row, column] = Float((percent * 255 + 50) / 100) / 255
            }
        }
    }
    return result
}

@Suite struct StreamWriterTests {
    @Test func smallPicturesAreExact() {
        var picture = Picture(width: 5, height: 7)
        for column in 1..<5 { for row in 0..<6 { picture[0, row, column] = 1 } }
        picture[1, 6, 0] = 1
        let grey = UniformPalette(colours: 2)
        #expect(grey.count == 2)
        let definitions = (0..<8).map { "#\($0);2;\($0 / 4 * 100);\($0 / 2 % 2 * 100);\($0 % 2 * 100)" }.joined()
        #expect(
            String(decoding: streamed(picture, registers: 8), as: UTF8.self)
                == "\u{1B}P0;1;0q\"1;1;5;7" + definitions + "#0~$#4?!4~-#2@$#0?!4@\u{1B}\\")
    }

    @Test(arguments: [(1, 1), (7, 5), (8, 6), (9, 7), (64, 48), (1203, 14), (3, 100), (33, 12)])
    func decodesToTheQuantisedPicture(width: Int, height: Int) throws {
        let picture = testPicture(width: width, height: height)
        for registers in [256, 64, 16] {
            let decoded = try decodeSixel(streamed(picture, registers: registers))
            #expect(decoded.width == width && decoded.height == height)
            #expect(decoded == quantised(picture, UniformPalette(colours: registers)))
        }
    }

    @Test func fewRegistersAreGrey() throws {
        let picture = testPicture(width: 40, height: 30)
        let decoded = try decodeSixel(streamed(picture, registers: 4))
        let third = decoded.pixelCount
        #expect(decoded.samples[..<third] == decoded.samples[third..<(2 * third)])
        #expect(Set(decoded.samples).count == 4)
    }

    @Test func samplesOutOfRangeAreHarmless() throws {
        var picture = Picture(width: 19, height: 6, red: 0.5, green: 0.5, blue: 0.5)
        let strange: [Float] = [.nan, .infinity, -.infinity, -3, 7, .greatestFiniteMagnitude, -0.0]
        for (column, value) in strange.enumerated() {
            picture[0, 0, column] = value
            picture[1, 1, column + 10] = value
        }
        #expect(try decodeSixel(streamed(picture)) == quantised(picture, UniformPalette(colours: 256)))
    }

    @Test func oneWriterEncodesManySizes() throws {
        var writer = SixelStreamWriter(registers: 256)
        var bytes: [UInt8] = []
        for (width, height) in [(100, 30), (10, 12), (300, 6), (1, 1)] {
            let picture = testPicture(width: width, height: height)
            bytes.removeAll(keepingCapacity: true)
            writer.encode(picture, into: &bytes)
            #expect(bytes == streamed(picture))
        }
    }

    @Test func theMeanToneStays() throws {
        let grey = Picture(width: 64, height: 64, red: 0.37, green: 0.61, blue: 0.12)
        let decoded = try decodeSixel(streamed(grey))
        for channel in 0..<3 {
            let plane = decoded.samples[channel * 4096..<(channel + 1) * 4096]
            let mean = plane.reduce(0, +) / 4096
            #expect(abs(mean - grey[channel, 0, 0]) < 0.005)
        }
    }

    @Test(arguments: [(40, 36), (37, 30), (13, 12)])
    func aMosaicIsThePictureInSquares(width: Int, height: Int) throws {
        let small = testPicture(width: 10, height: 9)
        var writer = SixelStreamWriter(registers: 256)
        var bytes: [UInt8] = []
        writer.encode(small, enlargedTo: .init(width: width, height: height), into: &bytes)
        let mosaic = try decodeSixel(bytes)
        let plain = try decodeSixel(streamed(small))
        #expect(mosaic.width == width && mosaic.height == height)
        let side = max((width + 9) / 10, (height + 8) / 9)
        for row in 0..<height {
            for column in 0..<width {
                for channel in 0..<3 {
                    #expect(mosaic[channel, row, column] == plain[channel, row / side, column / side])
                }
            }
        }
    }

    @Test func aMosaicTakesFewerBytes() {
        let picture = testPicture(width: 480, height: 360)
        var writer = SixelStreamWriter(registers: 256)
        var bytes: [UInt8] = []
        writer.encode(
            picture.resized(width: 80, height: 60), enlargedTo: .init(width: 480, height: 360), into: &bytes)
        #expect(bytes.count < streamed(picture).count / 4)
    }
}
