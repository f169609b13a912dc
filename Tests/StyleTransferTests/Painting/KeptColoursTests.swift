import Imaging
import StyleTransfer
import Testing

/// What a painting keeps of the photograph's colours.
@Suite struct KeptColoursTests {
    private let library: StyleLibrary
    private let photograph = TestPictures.waves()

    init() throws {
        library = try StyleLibrary.shipped()
    }

    private func painted(_ amount: Float, _ way: KeptColours.Way = .place, strength: Float = 1) throws -> Picture {
        var recipe = try Recipe("great-wave", strength: strength)
        recipe.keptColours = KeptColours(amount: amount, by: way)
        var picture = photograph
        try Painter(photograph: photograph, library: library, threads: 1).paint(recipe, into: &picture)
        return picture
    }

    private func statistics(_ picture: Picture) -> ColourStatistics {
        picture.samples.withUnsafeBufferPointer { ColourStatistics($0, width: picture.width) }
    }

    @Test(arguments: KeptColours.Way.allCases) func nothingKeptIsThePaintingBitForBit(way: KeptColours.Way) throws {
        #expect(try painted(0, way) == painted(0))
        #expect(try painted(0, way, strength: 0.6) == painted(0, strength: 0.6))
    }

    @Test(arguments: KeptColours.Way.allCases) func strengthZeroIsThePhotograph(way: KeptColours.Way) throws {
        #expect(try painted(1, way, strength: 0) == photograph)
        #expect(try painted(1, way, strength: 1e-4).meanAbsoluteError(to: photograph) < 1e-3)
    }

    @Test(arguments: KeptColours.Way.allCases) func theAmountMovesInSmallSteps(way: KeptColours.Way) throws {
        let frames = try (0...5).map { try painted(Float($0) / 5, way) }
        let whole = frames[0].meanAbsoluteError(to: frames[5])
        #expect(whole > 0.02)
        for (before, after) in zip(frames, frames.dropFirst()) {
            let step = before.meanAbsoluteError(to: after)
            #expect(step > whole / 20 && step < whole / 2)
        }
    }

    @Test(arguments: KeptColours.Way.allCases) func nothingJumpsWhereKeepingBegins(way: KeptColours.Way) throws {
        for strength: Float in [0.5, 1, 1.5] {
            let (none, little) = try (painted(0, way, strength: strength), painted(1e-4, way, strength: strength))
            #expect(none.meanAbsoluteError(to: little) < 1e-3)
        }
    }

    /// Greys of a painting take the hues that the photograph has in their places.
    @Test func byPlaceAGreyPhotographPaintsInGrey() throws {
        let grey = Picture(width: 24, height: 20, red: 0.6, green: 0.6, blue: 0.6)
        var recipe = try Recipe("scream")
        recipe.keptColours = KeptColours(amount: 1)
        var picture = grey
        try Painter(photograph: grey, library: library, threads: 1).paint(recipe, into: &picture)
        let count = picture.pixelCount
        for pixel in 0..<count {
            let colours = (0..<3).map { picture.samples[$0 * count + pixel] }
            #expect((colours.max() ?? 0) - (colours.min() ?? 0) < 1e-3)
        }
    }

    @Test func overallMeanAndSpreadAreNearThePhotographs() throws {
        let target = statistics(photograph)
        let before = statistics(try painted(0)), after = statistics(try painted(1, .overall))
        func distance(_ colours: ColourStatistics) -> Double {
            let mean = colours.mean - target.mean
            let spread = colours.covariance.columns.0 - target.covariance.columns.0
            return (mean * mean).sum().squareRoot() + (spread * spread).sum().squareRoot()
        }
        // What no screen shows is faded, so that it is near and not equal.
        #expect(distance(after) < distance(before) / 3)
    }

    @Test func coloursBeyondTheScreenFadeInsteadOfTurning() {
        var painting: [Float] = [0.9, 0.5, 0.1]
        let photograph: [Float] = [0, 0, 0]
        let map = ColourMap(matrix: Matrix3(diagonal: [2, 2, 2]), offset: [-0.6, -0.6, -0.6])
        painting.withUnsafeMutableBufferPointer { samples in
            photograph.withUnsafeBufferPointer { map.blend(samples, with: $0, share: 1, fading: 1) }
        }
        // 1.2, 0.4 and -0.4: grey of luma 0.5122, and so much of the colour that red is 1 and blue not below 0.
        let luma: Float = 0.2126 * 1.2 + 0.7152 * 0.4 - 0.0722 * 0.4
        let part = min((1 - luma) / (1.2 - luma), luma / (luma + 0.4))
        for (result, value) in zip(painting, [1.2, 0.4, -0.4] as [Float]) {
            #expect(abs(result - (luma + part * (value - luma))) < 1e-5)
        }
    }

    @Test(arguments: KeptColours.Way.allCases) func paintingOnceGivesTheSame(way: KeptColours.Way) throws {
        var recipe = try Recipe("great-wave")
        recipe.keptColours = KeptColours(amount: 0.7, by: way)
        let once = try Painter.paintOnce(photograph, recipe, library: library, threads: 2)
        #expect(try once == painted(0.7, way))
    }

    @Test func framesUseTheirStorageAgain() throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var picture = photograph
        func address() -> UInt { picture.samples.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } }
        var recipe = try Recipe("kiss")
        try painter.paint(recipe, into: &picture)
        let first = address()
        for way in KeptColours.Way.allCases {
            recipe.keptColours = KeptColours(amount: 0.5, by: way)
            try painter.paint(recipe, into: &picture)
            #expect(address() == first)
        }
    }

    @Test func opacityPassesThrough() throws {
        var photograph = photograph
        photograph.alpha = (0..<photograph.pixelCount).map { Float($0 % 5) / 4 }
        var recipe = try Recipe("kiss")
        recipe.keptColours = KeptColours(amount: 1)
        #expect(try Painter.paintOnce(photograph, recipe, library: library).alpha == photograph.alpha)
    }
}
