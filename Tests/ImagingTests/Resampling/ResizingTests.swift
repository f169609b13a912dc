import Testing

import Imaging

@Suite struct ResizingTests {
    /// From size, to size: shrinking, growing, both, neither, by little and by much, down to single pixels.
    static let sizes: [(PictureSize, PictureSize)] = [
        ((40, 30), (13, 7)), ((40, 30), (39, 29)), ((40, 30), (90, 71)), ((40, 30), (20, 60)), ((40, 30), (40, 11)),
        ((40, 30), (11, 30)), ((67, 5), (3, 1)), ((1, 1), (9, 4)), ((2, 3), (1, 1)), ((300, 2), (4, 2)),
    ].map { (PictureSize(width: $0.0.0, height: $0.0.1), PictureSize(width: $0.1.0, height: $0.1.1)) }

    @Test(arguments: sizes)
    func equalsItsDefinition(source: PictureSize, target: PictureSize) {
        let picture = Picture.noise(width: source.width, height: source.height, seed: 3)
        let result = picture.resized(width: target.width, height: target.height)
        let expected = ResamplingReference.resized(picture, width: target.width, height: target.height)
        #expect(result.size == target)
        #expect(result.maximumAbsoluteError(to: expected) < 1e-5)
    }

    @Test(arguments: sizes)
    func oneColourStaysOneColour(source: PictureSize, target: PictureSize) {
        let picture = Picture(width: source.width, height: source.height, red: 0.1, green: 0.7, blue: 1)
        let expected = Picture(width: target.width, height: target.height, red: 0.1, green: 0.7, blue: 1)
        let result = picture.resized(width: target.width, height: target.height)
        #expect(result.maximumAbsoluteError(to: expected) < 1e-6)
    }

    @Test func anEqualSizeChangesNothing() {
        let picture = Picture.noise(width: 9, height: 8, hasAlpha: true, seed: 4)
        #expect(picture.resized(width: 9, height: 8) == picture)
    }

    /// A ramp over the columns and one over the rows, against the same ramps at the new size.
    private func rampError(_ width: Int, _ height: Int, margin: Int) -> Double {
        func ramps(_ width: Int, _ height: Int) -> Picture {
            var picture = Picture(width: width, height: height)
            for row in 0..<height {
                for column in 0..<width {
                    picture[0, row, column] = (Float(column) + 0.5) / Float(width)
                    picture[1, row, column] = (Float(row) + 0.5) / Float(height)
                }
            }
            return picture
        }
        func inside(_ picture: Picture) -> Picture {
            picture.cropped(row: margin, column: margin, width: width - 2 * margin, height: height - 2 * margin)
        }
        let result = ramps(64, 48).resized(width: width, height: height)
        return inside(result).maximumAbsoluteError(to: inside(ramps(width, height)))
    }

    @Test func rampsStayStraight() {
        #expect(rampError(160, 100, margin: 6) < 1e-5)
        #expect(rampError(16, 12, margin: 3) < 1e-5)
        // Between whole ratios Lanczos keeps ramps only nearly straight: half a thousandth of the whole way.
        #expect(rampError(37, 29, margin: 3) < 5e-4)
    }

    @Test(arguments: [(10, 10), (33, 21), (7, 50)])
    func theMeanIsKept(width: Int, height: Int) {
        // A quiet border, so that nothing is gained or lost beyond the edges.
        var picture = Picture(width: 80, height: 80, red: 0.5, green: 0.5, blue: 0.5)
        let noise = Picture.noise(width: 40, height: 40, seed: 5)
        for channel in 0..<3 {
            for row in 0..<40 {
                for column in 0..<40 {
                    picture[channel, row + 20, column + 20] = 0.2 + 0.6 * noise[channel, row, column]
                }
            }
        }
        func mean(_ picture: Picture) -> Float { picture.samples.reduce(0, +) / Float(picture.samples.count) }
        #expect(abs(mean(picture.resized(width: width, height: height)) - mean(picture)) < 1e-3)
    }

    @Test func finePatternsDoNotAlias() {
        var picture = Picture(width: 96, height: 96)
        for row in 0..<96 {
            for column in 0..<96 where (row + column) % 2 == 0 {
                for channel in 0..<3 { picture[channel, row, column] = 1 }
            }
        }
        let result = picture.resized(width: 31, height: 31)
            .cropped(row: 3, column: 3, width: 25, height: 25)
        let grey = Picture(width: 25, height: 25, red: 0.5, green: 0.5, blue: 0.5)
        #expect(result.maximumAbsoluteError(to: grey) < 0.02)
    }

    @Test func valuesStayInRange() {
        let edge = Fixtures.picture { _, x, y in (x / 5 + y / 5) % 2 == 0 ? 1 : 0 }
        for size in [8, 50] {
            #expect(edge.resized(width: size, height: size).samples.allSatisfy { 0...1 ~= $0 })
        }
    }

    @Test(arguments: [7, 60])
    func transparentColoursDoNotBleed(size: Int) throws {
        // Opaque red beside transparent green: no pixel that can be seen may turn green.
        var picture = Picture(width: 20, height: 20)
        picture.alpha = [Float](repeating: 0, count: 400)
        for row in 0..<20 {
            for column in 0..<20 {
                picture[column < 10 ? 0 : 1, row, column] = 1
                if column < 10 { picture.alpha?[row * 20 + column] = 1 }
            }
        }
        let result = picture.resized(width: size, height: size)
        let alpha = try #require(result.alpha)
        #expect(alpha.allSatisfy { 0...1 ~= $0 })
        for index in 0..<size * size where alpha[index] > 0 {
            #expect(result.samples[size * size + index] < 1e-5)
            #expect(result.samples[index] > 0.999)
        }
        #expect(abs(alpha.reduce(0, +) / Float(alpha.count) - 0.5) < 0.01)
    }

    @Test func oneResamplerServesManyPictures() {
        let size = PictureSize(width: 30, height: 20)
        var resampler = Resampler(from: size, to: PictureSize(width: 11, height: 33))
        var result = Picture(width: 11, height: 33)
        for seed in 0..<3 {
            let picture = Picture.noise(width: 30, height: 20, seed: UInt64(seed))
            resampler.resample(picture, into: &result)
            #expect(result == picture.resized(width: 11, height: 33))
        }
    }
}
