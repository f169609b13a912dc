import Testing

import Imaging

@Suite struct SampleTests {
    @Test func bytesAreInterleavedAndNearest() {
        let picture = Picture.noise(width: 19, height: 7, seed: 8)
        var expected: [UInt8] = []
        for row in 0..<7 {
            for column in 0..<19 {
                for channel in 0..<3 { expected.append(UInt8((picture[channel, row, column] * 255).rounded())) }
            }
        }
        #expect(picture.interleavedBytes() == expected)
    }

    @Test func bytesGoIntoGivenMemory() {
        let picture = Picture.noise(width: 19, height: 7, seed: 9)
        var bytes = [UInt8](repeating: 7, count: 3 * 19 * 7 + 1)
        bytes.withUnsafeMutableBufferPointer { picture.writeInterleavedBytes(into: $0) }
        #expect(bytes == picture.interleavedBytes() + [7])
    }

    @Test func coloursAreCopiedIntoMemoryOfTheirOwn() {
        let picture = Picture.noise(width: 19, height: 7, seed: 10)
        var copy = Picture(width: 19, height: 7)
        func place(_ picture: Picture) -> UnsafePointer<Float>? {
            picture.samples.withUnsafeBufferPointer { $0.baseAddress }
        }
        let before = place(copy)
        copy.copyColours(of: picture)
        #expect(copy == picture && place(copy) == before)
        var other = Picture(width: 2, height: 3)
        other.copyColours(of: picture)
        #expect(other == picture && place(other) != place(picture))
    }

    @Test func everyByteReturns() {
        let values = (0...255).map { Float($0) / 255 }
        let picture = Picture(width: 256, height: 1, samples: values + values + values)
        #expect(picture.interleavedBytes() == (0...255).flatMap { [UInt8]([$0, $0, $0]) })
    }

    @Test func opacityMixesPictureAndGround() {
        var picture = Picture(width: 3, height: 1, red: 1, green: 0.5, blue: 0)
        picture.alpha = [0, 0.5, 1]
        let result = picture.composited(red: 0, green: 0.5, blue: 1)
        #expect(result == Picture(width: 3, height: 1, samples: [0, 0.5, 1, 0.5, 0.5, 0.5, 1, 0.5, 0]))
        #expect(result.composited(red: 1, green: 1, blue: 1) == result)
    }

    @Test func differencesAreMeasured() {
        let dark = Picture(width: 4, height: 3)
        let light = Picture(width: 4, height: 3, red: 0.1, green: 0.1, blue: 0.1)
        #expect(abs(dark.peakSignalToNoiseRatio(to: light) - 20) < 1e-5)
        #expect(dark.peakSignalToNoiseRatio(to: dark) == .infinity)
        let red = Picture(width: 4, height: 3, red: 0.3)
        #expect(abs(dark.meanAbsoluteError(to: red) - 0.1) < 1e-6)
        #expect(abs(dark.maximumAbsoluteError(to: red) - 0.3) < 1e-6)
    }
}
